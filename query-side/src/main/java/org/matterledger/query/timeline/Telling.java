package org.matterledger.query.timeline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ContactEvent;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.ContentDigest;
import org.matterledger.values.Correction;
import org.matterledger.values.Recipient;
import org.matterledger.values.Source;

/** Gathers what an event tells, part by part; what is absent stays so. */
final class Telling {

    private @Nullable String party;
    private @Nullable String person;
    private @Nullable List<String> to;
    private @Nullable String staff;
    private @Nullable ChannelKind channel;
    private @Nullable String agreement;
    private @Nullable ChannelTerms terms;
    private @Nullable String kind;
    private @Nullable String nature;
    private @Nullable List<String> deviations;
    private @Nullable String digest;
    private @Nullable Boolean answered;
    private @Nullable Boolean noAnswerSuggested;
    private @Nullable LocalDate nextContactBy;
    private @Nullable LocalDate promisedFor;
    private @Nullable LocalTime promisedTime;
    private @Nullable String thread;
    private @Nullable String inReplyTo;
    private @Nullable String about;
    private @Nullable Correction correction;
    private @Nullable String movedTo;
    private @Nullable String movedFrom;
    private @Nullable String subject;
    private @Nullable String agreed;
    private @Nullable Owed owed;
    private @Nullable Source source;
    private @Nullable ConfidentialText text;
    private @Nullable ConfidentialText reason;
    private @Nullable ConfidentialText evidence;

    /** What all contact has in common. */
    static Telling of(ContactEvent event) {
        var telling = new Telling().by(event.channel(), event.agreement());
        telling.thread = words(event.thread());
        telling.inReplyTo = words(event.inReplyTo());
        return telling;
    }

    Telling client(@Nullable Object who) {
        person = words(who);
        return this;
    }

    Telling staff(@Nullable Object who) {
        staff = words(who);
        return this;
    }

    Telling to(Collection<Recipient> recipients) {
        to = recipients.stream().map(recipient -> recipient.person().value()).toList();
        return this;
    }

    Telling side(Enum<?> which) {
        party = which.name();
        return this;
    }

    Telling by(@Nullable ChannelKind which, @Nullable Object under) {
        channel = which;
        agreement = words(under);
        return this;
    }

    Telling on(@Nullable ChannelTerms proposed) {
        terms = proposed;
        channel = proposed == null ? channel : proposed.kind();
        return this;
    }

    Telling kind(Enum<?> which) {
        kind = which.name();
        return this;
    }

    Telling nature(@Nullable Enum<?> which) {
        nature = which == null ? null : which.name();
        return this;
    }

    Telling deviating(@Nullable Collection<?> from) {
        deviations = from == null ? null : from.stream().map(Object::toString).toList();
        return this;
    }

    Telling digest(@Nullable ContentDigest of) {
        digest = of == null ? null : of.value();
        return this;
    }

    Telling answered(boolean whether) {
        answered = whether;
        return this;
    }

    Telling noAnswer(@Nullable Boolean suggested) {
        noAnswerSuggested = suggested;
        return this;
    }

    Telling next(@Nullable LocalDate contact) {
        nextContactBy = contact;
        return this;
    }

    Telling promised(@Nullable LocalDate date, @Nullable LocalTime time) {
        promisedFor = date;
        promisedTime = time;
        return this;
    }

    Telling thread(Object which) {
        thread = which.toString();
        return this;
    }

    Telling about(@Nullable Object entry) {
        about = words(entry);
        return this;
    }

    Telling correction(@Nullable Correction of) {
        correction = of;
        return this;
    }

    Telling movedTo(@Nullable Object matter) {
        movedTo = words(matter);
        return this;
    }

    Telling movedFrom(@Nullable Object entry) {
        movedFrom = words(entry);
        return this;
    }

    Telling subject(Object taskOrComplaint) {
        subject = taskOrComplaint.toString();
        return this;
    }

    Telling agreed(String what) {
        agreed = what;
        return this;
    }

    Telling owed(Owed what) {
        owed = what;
        return this;
    }

    Telling source(@Nullable Source of) {
        source = of;
        return this;
    }

    Telling text(@Nullable ConfidentialText sealed) {
        text = sealed;
        return this;
    }

    Telling reason(@Nullable ConfidentialText sealed) {
        reason = sealed;
        return this;
    }

    Telling evidence(@Nullable ConfidentialText sealed) {
        evidence = sealed;
        return this;
    }

    @Nullable
    ConfidentialText text() {
        return text;
    }

    @Nullable
    ConfidentialText reason() {
        return reason;
    }

    @Nullable
    ConfidentialText evidence() {
        return evidence;
    }

    Details details() {
        return new Details(
                party,
                person,
                to,
                staff,
                channel,
                agreement,
                terms,
                kind,
                nature,
                deviations,
                digest,
                answered,
                noAnswerSuggested,
                nextContactBy,
                promisedFor,
                promisedTime,
                thread,
                inReplyTo,
                about,
                correction,
                movedTo,
                movedFrom,
                subject,
                agreed,
                owed,
                source);
    }

    private static @Nullable String words(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
