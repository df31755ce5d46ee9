package org.matterledger.launcher.mail;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

/** All letters of a mailbox beside each other: the undated placed between their neighbours, threads found. */
public final class Correspondence {

    private final List<Letter> letters;
    private final List<Broken> broken;
    private final Threads threads;

    private Correspondence(List<Letter> letters, List<Broken> broken, EarlierLetters earlier) {
        this.letters = letters;
        this.broken = broken;
        this.threads = new Threads(letters, earlier);
    }

    /**
     * Reads a mailbox, with as many threads as the machine has processors.
     *
     * @param now no letter was written later
     * @param progress is told how many bytes more have been read
     */
    public static Correspondence read(Mailbox mailbox, Instant now, LongConsumer progress) throws IOException {
        var batches = new Batches(new LetterReader(now, new Shared()), progress);
        mailbox.forEach(batches);
        return of(batches.finished());
    }

    /** @param readings in the order of the mailbox */
    public static Correspondence of(List<? extends Reading> readings) {
        return goingOn(readings, EarlierLetters.NONE);
    }

    /** Letters that come after others. */
    public static Correspondence goingOn(List<? extends Reading> readings, EarlierLetters earlier) {
        var letters = new ArrayList<Letter>(readings.size());
        var broken = new ArrayList<Broken>();
        for (var reading : readings) {
            switch (reading) {
                case Letter letter -> letters.add(letter);
                case Broken one -> broken.add(one);
            }
        }
        var inTime = Answers.afterWhatTheyAnswer(Neighbours.placed(letters), earlier).stream()
                .sorted(Comparator.comparing(Letter::at))
                .toList();
        return new Correspondence(inTime, broken, earlier);
    }

    /** In the order of time; of the same instant, in that of the mailbox. */
    public List<Letter> letters() {
        return letters;
    }

    public List<Broken> broken() {
        return broken;
    }

    /** The identity of the thread's root: the first letter, or the missing one that the others go back to. */
    public String threadOf(Letter letter) {
        return threads.of(letter);
    }

    /** Reads some letters side by side while the mailbox waits: so much of it is in memory, and not more. */
    private static final class Batches implements MailboxVisitor {

        private static final int MESSAGES = 1000;
        private static final long BYTES = 16_000_000;

        private final LetterReader reader;
        private final LongConsumer progress;
        private final List<Reading> readings = new ArrayList<>();
        private final List<RawMessage> waiting = new ArrayList<>();
        private long bytes;

        Batches(LetterReader reader, LongConsumer progress) {
            this.reader = reader;
            this.progress = progress;
        }

        @Override
        public void message(RawMessage message) {
            waiting.add(message);
            bytes += message.bytes().length;
            if (waiting.size() >= MESSAGES || bytes >= BYTES) {
                read();
            }
        }

        @Override
        public void broken(Broken broken) {
            read();
            readings.add(broken);
        }

        List<Reading> finished() {
            read();
            return readings;
        }

        private void read() {
            readings.addAll(waiting.parallelStream().map(reader::read).toList());
            waiting.clear();
            progress.accept(bytes);
            bytes = 0;
        }
    }
}
