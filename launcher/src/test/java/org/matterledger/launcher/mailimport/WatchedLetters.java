package org.matterledger.launcher.mailimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.matterledger.launcher.mail.Broken;
import org.matterledger.launcher.mail.LetterReader;
import org.matterledger.launcher.mail.Place;
import org.matterledger.launcher.mail.RawMessage;
import org.matterledger.launcher.mailimport.LiveTelling.Seen;
import org.matterledger.launcher.mailimport.SampleMail.Message;

/** What a watched mailbox shows a ledger. */
final class WatchedLetters {

    private WatchedLetters() {}

    static Seen seen(String mark, String reading, Message message) {
        var raw = new RawMessage(new Place("new/" + mark, 0), message.text().getBytes(UTF_8), null, false);
        return new Seen(mark, reading, LetterReader.ofNews(Imported.NOW).read(raw));
    }

    static Seen broken(String mark) {
        return new Seen(mark, "", new Broken(new Place("new/" + mark, 0), "it is empty"));
    }

    /** One look, in which these are new. */
    static long look(LiveTelling telling, String mailbox, List<Seen> seen) throws InterruptedException {
        return telling.tell(Imported.terms(), new LiveTelling.Watched(mailbox, mailbox), seen, Imported.NOW);
    }
}
