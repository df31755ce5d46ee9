package org.matterledger.launcher.mail;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** All letters of a mailbox beside each other: the undated placed between their neighbours, threads found. */
public final class Correspondence {

    private final List<Letter> letters;
    private final List<Broken> broken;

    private Correspondence(List<Letter> letters, List<Broken> broken) {
        this.letters = letters;
        this.broken = broken;
    }

    /**
     * Reads a mailbox.
     *
     * @param now no letter was written later
     * @param progress is told how many bytes more have been read
     */
    public static Correspondence read(Mailbox mailbox, Instant now, LongConsumer progress) throws IOException {
        var readings = new ArrayList<Reading>();
        var reader = new LetterReader(now);
        mailbox.forEach(new MailboxVisitor() {
            @Override
            public void message(RawMessage message) {
                readings.add(reader.read(message));
                progress.accept(message.bytes().length);
            }

            @Override
            public void broken(Broken broken) {
                readings.add(broken);
            }
        });
        return of(readings);
    }

    public static Correspondence of(List<? extends Reading> readings) {
        return new Correspondence(
                readings.stream()
                        .filter(Letter.class::isInstance)
                        .map(Letter.class::cast)
                        .toList(),
                readings.stream()
                        .filter(Broken.class::isInstance)
                        .map(Broken.class::cast)
                        .toList());
    }

    /** In the order of time. */
    public List<Letter> letters() {
        return letters;
    }

    public List<Broken> broken() {
        return broken;
    }

    /** The identity of the thread's root: the first letter, or the missing one that the others refer to. */
    public String threadOf(Letter letter) {
        return letter.identity();
    }
}
