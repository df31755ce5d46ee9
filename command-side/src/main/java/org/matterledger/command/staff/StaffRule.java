package org.matterledger.command.staff;

import java.util.List;
import org.matterledger.command.Rule;

/** What the firm demands of its own people's record. */
enum StaffRule implements Rule {
    STAFF_MEMBER_REGISTERED_ONCE("A staff member is registered once; whoever has other particulars is someone else."),
    STAFF_MEMBER_HAS_A_ROLE("Who works at the firm has at least one role there.", "R004-02"),
    WHO_LEFT_GETS_NO_ROLES("Who has left the firm is given no other roles.", "R004-02"),

    NOBODY_IS_THEIR_OWN_DEPUTY("Nobody is their own deputy."),
    DEPUTY_WORKS_HERE("A deputy works at the firm.", "R004-02"),
    WHO_LEFT_HAS_NO_ABSENCE("Who has left the firm is not absent from it."),
    ABSENCE_ENDS_AFTER_IT_BEGINS("An absence ends after it begins."),
    ONLY_A_RECORDED_ABSENCE_IS_CANCELLED("Only an absence that was recorded is cancelled."),
    ABSENCE_THAT_IS_OVER_STANDS("An absence that is over was one, and is not cancelled."),
    WHO_LEFT_IS_NOT_REACHED_HERE("Who has left the firm joins no team there, and is sent nothing."),
    STAFF_WORK_BY_A_PUBLISHED_CALENDAR("Who works by a calendar works by one that was published.", "R000-05");

    private final String text;
    private final List<String> sources;

    StaffRule(String text, String... sources) {
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
