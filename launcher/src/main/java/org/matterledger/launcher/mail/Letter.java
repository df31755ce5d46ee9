package org.matterledger.launcher.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.ContentDigest;

/**
 * A message as correspondence: who wrote to whom, when and on what. The text itself is not kept.
 *
 * @param identity the Message-ID without brackets, else {@code digest:} and the digest
 * @param messageId without brackets
 * @param from the true sender, also behind a list that writes in its own name
 * @param postedAs who stands in From where that is not the true sender
 * @param lists addresses to which one writes on the list that it came by; none for a letter that came by no list
 * @param subject decoded, in one line
 * @param at when it was written, as well as that is known; the epoch where nothing says
 * @param zone by which the writer's clock went, where it says
 * @param references Message-IDs that it refers to, oldest first, what it answers last
 * @param digest over date, sender, recipients, subject and content, so that copies of other exporters have the same
 * @param sameLetter over date, sender, subject and content: equal letters under different ids have the same
 * @param size in bytes, as it lies in the mailbox
 * @param thanks it looks as if it needs no answer
 * @param wording marks of what it says and what it quotes, to find its thread
 * @param undelivered which letter it returns, where it is a bounce
 * @param received by the first server that says so
 * @param remarks what is unusual about it, or could not be read: a sentence each
 */
public record Letter(
        Place place,
        String identity,
        @Nullable String messageId,
        @Nullable Address from,
        @Nullable Address postedAs,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        List<String> lists,
        String subject,
        Instant at,
        DateBasis dated,
        @Nullable ZoneOffset zone,
        List<String> references,
        Kind kind,
        ContentDigest digest,
        String sameLetter,
        long size,
        boolean thanks,
        Wording wording,
        @Nullable Undelivered undelivered,
        @Nullable Instant received,
        List<String> remarks)
        implements Reading {

    /** A letter of which only this was kept: what a matter is told of it. */
    public static Letter kept(
            Place place,
            String identity,
            @Nullable Address from,
            List<Address> to,
            List<Address> cc,
            String subject,
            Instant at,
            DateBasis dated,
            List<String> references,
            Kind kind,
            ContentDigest digest,
            String sameLetter,
            long size,
            boolean thanks) {
        return new Letter(
                place,
                identity,
                null,
                from,
                null,
                to,
                cc,
                List.of(),
                List.of(),
                subject,
                at,
                dated,
                null,
                references,
                kind,
                digest,
                sameLetter,
                size,
                thanks,
                Wording.NONE,
                null,
                null,
                List.of());
    }

    /** The same letter, that has in common with others what is the same. */
    Letter sharing(Shared shared) {
        return new Letter(
                place,
                shared.id(identity),
                messageId == null ? null : shared.id(messageId),
                from == null ? null : shared.address(from),
                postedAs == null ? null : shared.address(postedAs),
                shared.addresses(to),
                shared.addresses(cc),
                shared.addresses(bcc),
                shared.ids(lists),
                subject,
                at,
                dated,
                zone,
                shared.ids(references),
                kind,
                digest,
                sameLetter,
                size,
                thanks,
                wording,
                undelivered,
                received,
                remarks);
    }

    /** The same letter, at an instant that was found otherwise. */
    Letter dated(Instant instant, DateBasis basis, List<String> sayings) {
        return new Letter(
                place,
                identity,
                messageId,
                from,
                postedAs,
                to,
                cc,
                bcc,
                lists,
                subject,
                instant,
                basis,
                zone,
                references,
                kind,
                digest,
                sameLetter,
                size,
                thanks,
                wording,
                undelivered,
                received,
                sayings);
    }
}
