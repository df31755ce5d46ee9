package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.mail.Address;
import org.matterledger.launcher.mail.DateBasis;
import org.matterledger.launcher.mail.Kind;
import org.matterledger.launcher.mail.Letter;
import org.matterledger.launcher.mail.Place;
import org.matterledger.values.ContentDigest;

/** What is kept of a letter that waits in the inbox: enough to tell a matter of it, as the import would have. */
record WaitingLetter(
        String mailbox,
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
        boolean thanks,
        String thread,
        boolean byFirm,
        List<Address> outside) {

    static WaitingLetter of(String mailbox, Letter letter, String thread, boolean byFirm, List<Address> outside) {
        return new WaitingLetter(
                mailbox,
                letter.place(),
                letter.identity(),
                letter.from(),
                letter.to(),
                letter.cc(),
                letter.subject(),
                letter.at(),
                letter.dated(),
                letter.references(),
                letter.kind(),
                letter.digest(),
                letter.sameLetter(),
                letter.size(),
                letter.thanks(),
                thread,
                byFirm,
                outside);
    }

    /** As a matter hears of it. */
    Told told() {
        var letter = Letter.kept(
                place, identity, from, to, cc, subject, at, dated, references, kind, digest, sameLetter, size, thanks);
        return new Told(
                letter, thread, byFirm, outside.stream().map(Address::address).toList());
    }
}
