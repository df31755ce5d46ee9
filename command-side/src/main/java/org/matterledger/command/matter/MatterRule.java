package org.matterledger.command.matter;

import java.util.List;
import org.matterledger.command.Rule;

/** What the firm demands of what it agrees, says and promises in a matter. */
enum MatterRule implements Rule {
    MATTER_OPENED_ONCE("A matter is opened once; what is opened with other particulars is another matter."),
    MATTER_HAS_A_CLIENT("A matter is opened for a registered client of the firm.", "R004-15"),
    MATTER_HAS_A_CONTACT_PERSON("A matter without a contact person of its client is not opened.", "R004-15"),
    RESPONSIBLE_WORKS_HERE("The one responsible for a matter works at the firm.", "R003-15"),
    ACCOUNTABLE_PARTNER_IS_A_PARTNER(
            "Every matter has one accountable partner, who is a partner of the firm.", "R004-02"),
    MATTER_HAS_A_CALENDAR("A matter is opened with a published work calendar.", "R000-05", "R000-11"),

    CHANNEL_PROPOSED_ONCE("A channel is proposed once; other terms are another proposal.", "R000-17"),
    MESSENGER_TERMS_ARE_COMPLETE(
            "A messenger is proposed with its purpose, its hours, the way that files take and the speed expected there.",
            "R003-12"),
    CLIENT_SPEAKS_THROUGH_A_CONTACT_PERSON(
            "The client's word is the word of one of its contact persons; the firm speaks for itself alone.",
            "R003-11",
            "R004-15"),
    ONLY_A_PROPOSED_CHANNEL_IS_ANSWERED(
            "Only a channel that was proposed in the matter is agreed, declined or withdrawn.", "R000-02"),
    OTHER_PARTY_ANSWERS("A proposal is agreed or declined by the party that did not make it.", "R000-17", "R003-11"),
    PROPOSAL_STILL_STANDS("A proposal that was declined or withdrawn is answered no more; it is made anew.", "R000-02"),
    AGREED_CHANNEL_IS_WITHDRAWN("What was agreed is withdrawn, not declined.", "R003-11"),
    MAIN_CHANNEL_STAYS(
            "The main channel is replaced by agreeing on another, never withdrawn: a matter always has exactly one.",
            "R000-06",
            "R000-13"),

    ONLY_WHAT_HAPPENED_IS_REPORTED(
            "What is reported has happened: not later than five minutes from now.", "semantics 4.9 no 4"),

    WRITER_WORKS_HERE("Who writes for the firm works there.", "R004-02"),
    UPDATE_GOES_TO_CONTACT_PERSONS(
            "An update goes to contact persons of the client, and to nobody else.", "R003-09", "R004-15"),
    UPDATE_TAKES_AN_AGREED_CHANNEL("The firm writes by a channel that both sides agreed on.", "R000-06", "R003-11"),
    UPDATE_KEEPS_THE_AGREED_HOURS("The firm writes by a channel in the hours agreed for it.", "R003-12"),
    NO_CHANGE_SAYS_WHY("An update that nothing moved says why.", "R001-04"),
    NO_CHANGE_NAMES_THE_NEXT_CONTACT(
            "An update that nothing moved says when the client hears next.", "R001-04", "R004-17"),
    NEXT_CONTACT_IS_NOT_PAST("The next contact is promised for today or a later day.", "R001-04", "R003-07"),

    MATTER_IS_OPEN("In a closed matter the firm agrees, promises and sends nothing more."),
    SILENCE_HAS_A_LIMIT("The silence limit is a number of days from 1 to 365, never none.", "R001-03", "R004-17"),
    PROMISE_NAMES_A_DATE("A holding reply or delay notice names the date by which the client hears.", "R003-07"),
    PROMISED_DATE_IS_AHEAD_AND_OPEN(
            "A promised date is an open day of the matter's calendar, ahead of now, within the longest promise.",
            "R003-07"),
    DELAY_NOTICE_IS_ABOUT_AN_OPEN_PROMISE(
            "A delay notice is about an open promise or an undelivered task of the matter.", "R004-16"),

    TASK_WAS_SET("Only a task that the client set is described, accepted, declined or delivered.", "R000-14"),
    TASK_STANDS_IN_WRITING(
            "A task is accepted once it stands in writing, or the client confirmed the firm's description.", "R000-14"),
    RESPONSIBLE_ACCEPTS_TASKS(
            "Tasks are accepted and declined by the one responsible, or who acts for an absent one.",
            "R003-15",
            "R003-16"),
    TASK_DATE_IS_AHEAD_AND_OPEN("A task is accepted with a date of delivery: an open day, ahead of now.", "R003-20"),
    ONLY_AN_ASKED_TASK_IS_ANSWERED("A task is answered once: accepted, or declined.", "R003-16"),
    ONLY_AN_ENDED_TASK_IS_REOPENED("Only a task that was declined or delivered is set again.", "semantics 4.2 no 17"),
    ONLY_AN_ACCEPTED_TASK_IS_DELIVERED("Only a task that the firm accepted is delivered.", "R003-20"),
    ONLY_AN_ACCEPTED_TASK_WAITS(
            "Only a task that the firm accepted and did not deliver waits for somebody else.", "semantics 4.2 no 4"),

    COMPLAINT_WAS_RECORDED("Only a complaint that was recorded is acknowledged.", "R002-22"),

    THREAD_HAS_A_SUBJECT("A thread is opened with its subject.", "R003-04"),
    ENTRY_IS_OF_THIS_MATTER("What is corrected, waived or adopted is an entry of the matter.", "rules 1.8 no 17"),
    ENTRY_MOVES_TO_ANOTHER_MATTER("An entry is moved to another matter of the firm.", "rules 1.8 no 17"),
    ONLY_WHAT_WAS_SAID_MOVES(
            "What was said is moved to another matter; a task or complaint, and what was written about one, is withdrawn"
                    + " and recorded there.",
            "rules 1.8 no 17"),
    ONLY_WHEN_IT_WAS_ASKED_IS_CORRECTED(
            "Of a task or complaint only the time is corrected at which the client spoke; how the firm answered a task is"
                    + " withdrawn where it is wrong.",
            "rules 1.8 no 17"),
    LATER_STEPS_ARE_WITHDRAWN_FIRST(
            "What a task came to since is withdrawn before the step on which it stands.", "rules 1.8 no 17"),
    CORRECTION_WAS_ASKED_FOR("Only a correction that waits for a second person is agreed or declined."),
    ANOTHER_PERSON_AGREES(
            "A correction by which a breach vanishes takes effect when a second person agrees.", "rules 1.8 no 17"),
    ONLY_A_BREACH_IS_EXCUSED("Only a breach that stands is excused by a reviewer.", "semantics 4.2 no 13");

    private final String text;
    private final List<String> sources;

    MatterRule(String text, String... sources) {
        this.text = text;
        this.sources = List.of(sources);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public List<String> sources() {
        return sources;
    }
}
