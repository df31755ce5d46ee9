package org.matterledger.launcher.mailimport;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.mail.Address;
import org.matterledger.launcher.mail.Broken;
import org.matterledger.launcher.mail.Letter;

/**
 * What an import is going to do: which letter tells which matter, and what becomes of those that tell none.
 *
 * @param read how many messages the mailbox holds, whatever they are
 * @param duplicates letters that stand in the mailbox more than once; all but the first
 * @param threads how many there are among the letters of matters
 * @param newest the instant of the newest letter; absent where there is none
 */
record Plan(
        long read,
        long duplicates,
        List<PlannedMatter> matters,
        List<LeftOut> unassigned,
        List<LeftOut> skipped,
        List<Broken> broken,
        long threads,
        @Nullable Instant newest) {

    /**
     * A letter that tells no matter, and why.
     *
     * @param thread the root of its thread
     * @param outside those of its people who are not of the firm
     */
    record LeftOut(Letter letter, String reason, String thread, boolean byFirm, List<Address> outside) {}

    /** What says that a letter came back, be that letter here or not. */
    List<Letter> bounces() {
        return Stream.concat(
                        matters.stream()
                                .flatMap(matter -> matter.letters().stream())
                                .map(Told::letter),
                        skipped.stream().map(LeftOut::letter))
                .filter(letter -> letter.undelivered() != null)
                .distinct()
                .toList();
    }

    /** Letters that may have come back, as a bounce says here or said before. */
    Set<String> mayHaveComeBack() {
        var letters = new HashSet<String>();
        bounces()
                .forEach(bounce ->
                        letters.add(Objects.requireNonNull(bounce.undelivered()).letter()));
        matters.stream()
                .flatMap(matter -> matter.letters().stream())
                .filter(Told::byFirm)
                .forEach(told -> letters.add(told.letter().identity()));
        return letters;
    }

    /** Letters that tell a matter, or several. */
    long letters() {
        return matters.stream()
                .flatMap(matter -> matter.letters().stream())
                .map(told -> told.letter().identity())
                .distinct()
                .count();
    }
}
