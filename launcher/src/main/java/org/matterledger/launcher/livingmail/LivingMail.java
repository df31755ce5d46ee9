package org.matterledger.launcher.livingmail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.Chore;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.livingmail.WatchedMailbox.CannotLook;
import org.matterledger.launcher.livingmail.WatchedMailbox.Found;
import org.matterledger.launcher.mail.Broken;
import org.matterledger.launcher.mail.LetterReader;
import org.matterledger.launcher.mail.Reading;
import org.matterledger.launcher.mailimport.LiveTelling;
import org.matterledger.launcher.store.LedgerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;

/**
 * Looks into the watched mailboxes and tells the ledger what is new there. A message is told first and marked afterwards:
 * whoever stops in between tells it again, and the ledger knows it by its identity.
 */
final class LivingMail implements Chore, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LivingMail.class);

    /** Where a node died, another goes on after that; where two should ever read at once, the record knows each letter. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final List<WatchedMailbox> mailboxes;
    private final MailboxRows rows;
    private final LiveTelling telling;
    private final LivingMailSettings settings;
    private final String node = UUID.randomUUID().toString();
    private @Nullable Long looked;
    private @Nullable String failure;

    LivingMail(List<WatchedMailbox> mailboxes, MailboxRows rows, LiveTelling telling, LivingMailSettings settings) {
        this.mailboxes = List.copyOf(mailboxes);
        this.rows = rows;
        this.telling = telling;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "living-mail";
    }

    /** @throws Hindered while a mailbox can't be read, so that whoever watches the ledger learns of it */
    @Override
    public void round(Instant now) {
        if (looked == null || System.nanoTime() - looked >= settings.pause().toNanos()) {
            failure = look(now);
            looked = System.nanoTime();
        }
        if (failure != null) {
            throw new Hindered(failure);
        }
    }

    /** @return why a mailbox was not read; nothing where all were */
    private @Nullable String look(Instant now) {
        var failures = new ArrayList<String>();
        for (var mailbox : mailboxes) {
            try {
                while (rows.lease(mailbox.id(), node, LEASE) && more(mailbox, now)) {
                    LOG.debug("{} had news, and may have more", mailbox.name());
                }
            } catch (CannotLook | CannotRun e) {
                failures.add(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return failures.isEmpty() ? null : String.join("; ", failures);
    }

    private boolean more(WatchedMailbox mailbox, Instant now) throws CannotLook, InterruptedException {
        var found = mailbox.next();
        if (found.isEmpty()) {
            return false;
        }
        try {
            tell(mailbox, found, now);
        } catch (RuntimeException e) {
            if (outage(e)) {
                throw e;
            }
            for (var one : found) {
                alone(mailbox, one, now);
            }
        }
        return true;
    }

    /** One that the ledger can't take in is kept as broken, with the reason, and stops nobody else. */
    private void alone(WatchedMailbox mailbox, Found one, Instant now) throws InterruptedException {
        try {
            tell(mailbox, List.of(one), now);
        } catch (RuntimeException e) {
            if (outage(e)) {
                throw e;
            }
            LOG.error("A message of {} could not be told: {}", mailbox.name(), one.place(), e);
            var why = "the ledger can't take it in (" + e.getClass().getSimpleName() + ")";
            var broken = new Broken(one.place(), why);
            telling.tell(settings.terms(), watched(mailbox), List.of(seen(one, broken)), now);
            mailbox.told(List.of(one));
        }
    }

    private void tell(WatchedMailbox mailbox, List<Found> found, Instant now) throws InterruptedException {
        var reader = LetterReader.ofNews(now);
        telling.tell(
                settings.terms(),
                watched(mailbox),
                found.stream().map(one -> seen(one, one.read(reader))).toList(),
                now);
        mailbox.told(found);
    }

    private static LiveTelling.Seen seen(Found found, Reading message) {
        return new LiveTelling.Seen(found.mark(), found.reading(), message);
    }

    private static LiveTelling.Watched watched(WatchedMailbox mailbox) {
        return new LiveTelling.Watched(mailbox.id(), mailbox.name());
    }

    /** Another node, or this one after a restart, need not wait. */
    @Override
    public void destroy() {
        mailboxes.forEach(mailbox -> rows.release(mailbox.id(), node));
    }

    /** What has nothing to do with the message: it waits until whoever runs the ledger has put that right. */
    private static boolean outage(RuntimeException failure) {
        return failure instanceof DataAccessException
                || failure instanceof LedgerUnavailable
                || failure instanceof CannotRun;
    }
}
