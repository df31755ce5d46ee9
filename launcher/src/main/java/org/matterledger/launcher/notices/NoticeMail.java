package org.matterledger.launcher.notices;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Chore;
import org.matterledger.command.StreamReader;
import org.matterledger.command.followup.Outbox;
import org.matterledger.command.followup.Outbox.Notice;
import org.matterledger.events.AvailabilityEvent.StaffAddressGiven;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.values.StaffId;

/**
 * Takes notices out of the outbox that may go, and hands each to the mail server under a name of its own. A notice is
 * leased first and marked afterwards: a node that dies in between sends it again under the same name.
 */
final class NoticeMail implements Chore {

    /** So many in one round; the rest a second later. */
    private static final int MOST = 50;

    private final Outbox outbox;
    private final StreamReader streams;
    private final ConfidentialReader confidential;
    private final NoticeText text;
    private final Supplier<SmtpConnection> server;
    private final Supplier<String> ledger;

    /**
     * @param server begins a conversation with the mail server
     * @param ledger where staff reach the ledger
     */
    NoticeMail(
            Outbox outbox,
            StreamReader streams,
            ConfidentialReader confidential,
            Supplier<SmtpConnection> server,
            Supplier<String> ledger) {
        this.outbox = outbox;
        this.streams = streams;
        this.confidential = confidential;
        this.text = new NoticeText(streams, confidential);
        this.server = server;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "notice-mail";
    }

    @Override
    public void round(Instant now) {
        for (var recipient : outbox.refusedRecipients(now)) {
            addressOf(recipient).ifPresent(given -> outbox.sendAgain(recipient, given.occurredAt(), now));
        }
        try (var connection = server.get()) {
            var goesOn = true;
            for (var sent = 0; goesOn && sent < MOST; sent++) {
                var notice = outbox.next(now);
                goesOn = notice.isPresent() && told(notice.get(), connection, now);
            }
        }
    }

    /** Whether it is worth trying another one. */
    private boolean told(Notice notice, SmtpConnection connection, Instant now) {
        var given = addressOf(notice.recipient());
        var address = given.flatMap(known -> confidential.open(known.address()));
        if (address.isEmpty()) {
            outbox.failed(notice, given.isEmpty() ? "no mail address is known" : "the mail address was erased", now);
            return true;
        }
        return switch (connection.send(mail(notice, address.get(), now))) {
            case Delivery.Taken taken -> {
                outbox.sent(notice, now);
                yield true;
            }
            case Delivery.Refused refused -> {
                outbox.refused(notice, refused.why(), now);
                yield true;
            }
            case Delivery.NotNow notNow -> {
                outbox.failed(notice, notNow.why(), now);
                yield true;
            }
            case Delivery.Away away -> {
                outbox.failed(notice, away.why(), now);
                yield false;
            }
        };
    }

    private Mail mail(Notice notice, String address, Instant now) {
        var id = notice.eventId() + "." + notice.what().name().toLowerCase(Locale.ROOT);
        return new Mail(id, address, text.subject(notice, now), text.text(notice, now, ledger.get()), now);
    }

    private Optional<StaffAddressGiven> addressOf(StaffId staff) {
        @Nullable StaffAddressGiven last = null;
        for (var event : streams.read(Set.of(staff.value())).getOrDefault(staff.value(), List.of())) {
            last = event instanceof StaffAddressGiven given ? given : last;
        }
        return Optional.ofNullable(last);
    }
}
