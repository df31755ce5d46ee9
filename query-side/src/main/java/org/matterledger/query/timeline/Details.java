package org.matterledger.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.ContactEvent.MessageReceived;
import org.matterledger.events.ContactEvent.UpdateSent;
import org.matterledger.events.MatterEvent.MatterOpened;
import org.matterledger.events.ProtocolEvent;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.ChannelTerms;
import org.matterledger.values.ConfidentialText;
import org.matterledger.values.Source;

/** What an entry of the timeline says beside when and by whom; each event fills what it has. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Details(
        @Nullable String party,
        @Nullable String person,
        @Nullable List<String> to,
        @Nullable String staff,
        @Nullable ChannelKind channel,
        @Nullable String agreement,
        @Nullable ChannelTerms terms,
        @Nullable String kind,
        @Nullable List<String> deviations,
        @Nullable ConfidentialText text,
        @Nullable ConfidentialText reason,
        @Nullable String digest,
        @Nullable LocalDate nextContactBy,
        @Nullable Source source) {

    static Details of(MatterOpened event) {
        return new Details(
                null,
                event.contactPerson().value(),
                null,
                event.responsible().value(),
                null,
                event.mainChannel().value(),
                null,
                null,
                null,
                event.title(),
                null,
                null,
                null,
                event.source());
    }

    static Details of(ProtocolEvent event, @Nullable ChannelTerms terms, @Nullable ConfidentialText reason) {
        return new Details(
                event.by().name(),
                text(event.person()),
                null,
                null,
                terms == null ? null : terms.kind(),
                event.channelId().value(),
                terms,
                null,
                null,
                null,
                reason,
                null,
                null,
                null);
    }

    static Details of(MessageReceived event) {
        return new Details(
                null,
                text(event.from()),
                null,
                null,
                event.channel(),
                text(event.agreement()),
                null,
                null,
                texts(event.deviations()),
                event.subject(),
                null,
                event.digest() == null ? null : event.digest().value(),
                null,
                event.source());
    }

    static Details of(UpdateSent event) {
        return new Details(
                null,
                null,
                event.to().stream().map(recipient -> recipient.person().value()).toList(),
                event.by().value(),
                event.channel(),
                text(event.agreement()),
                null,
                event.kind().name(),
                null,
                event.summary(),
                event.reason(),
                event.digest() == null ? null : event.digest().value(),
                event.nextContactBy(),
                null);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
