package org.matterledger.launcher.mail;

import java.util.regex.Pattern;

/**
 * Guesses whether a letter needs no answer: a few words of thanks or receipt in one of the firm's languages that ask
 * nothing and tell nothing. It is a suggestion; a person confirms it. Better none than a wrong one.
 */
final class Thanks {

    private static final int LONGEST = 400;
    private static final int WORDS = 24;
    private static final int FEW_WORDS = 6;

    private static final Pattern POLITE = word("thanks|thank you|thx|many thanks|much appreciated|appreciate it|cheers"
            + "|danke|dankeschön|vielen dank|besten dank|herzlichen dank|merci"
            + "|dziękuję|dziekuje|dziękujemy|dzięki|dzieki"
            + "|спасибо|благодарю|благодарим"
            + "|дякую|дякуємо|вдячний|вдячна");

    /** Such words alone may be about something. */
    private static final Pattern RECEIVED =
            word("got it|received|noted|understood|will do|sounds good|perfect|great|erhalten|verstanden|alles klar"
                    + "|otrzymałem|otrzymałam|potwierdzam|potwierdzam odbiór|w porządku|rozumiem|получил|получила|получили|принято|понял|поняла|хорошо"
                    + "|отримав|отримала|отримали|прийнято|зрозумів|зрозуміла|гаразд|добре");

    /** Questions, wishes, trouble, and thanks for what is still to come. */
    private static final Pattern WANTS = word(
            "please|pls|could|would|can|when|what|why|how|which|who|where|need|send|call me|let me know|let us know|advance|waiting|look forward|looking forward"
                    + "|but|however|not|no|n't|cannot|still|error|problem|issue|except|unfortunately|until|tomorrow|deadline"
                    + "|bitte|könnten|können|kann|wann|was|warum|wie|welche|wer|wo|brauche|senden|schicken|voraus|aber|jedoch|nicht|kein|keine|noch|leider|problem|morgen"
                    + "|proszę|prosze|prosimy|prośba|czy|kiedy|dlaczego|jak|gdzie|który|potrzebuję|wyślij|przesłać|góry|ale|jednak|nie|niestety|jeszcze|jutro"
                    + "|пожалуйста|прошу|просьба|просим|можете|могли|когда|почему|зачем|как|где|кто|сколько|нужно|пришлите|вышлите|заранее|но|однако|не|нет|ещё|еще|завтра|жду|ждём"
                    + "|будь ласка|прохання|можете|могли|коли|чому|навіщо|як|де|хто|скільки|потрібно|надішліть|заздалегідь|але|проте|не|ні|ще|завтра|чекаю|чекаємо");

    private static final Pattern CLOSING = Pattern.compile(
            "(?im)^\\s*(?:best(?: regards| wishes)?|kind(?:est)? regards|regards|sincerely|yours|cheers|mit freundlichen grüßen|freundliche grüße|viele grüße|beste grüße|mfg|vg|lg"
                    + "|pozdrawiam|z poważaniem|z wyrazami szacunku|с уважением|всего доброго|з повагою|sent from my .*|von meinem .* gesendet|get outlook for .*)[,.!]?\\s*$",
            Pattern.UNICODE_CASE);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

    private Thanks() {}

    /** @param own what the letter says itself, without what it quotes */
    static boolean only(String own) {
        var closing = CLOSING.matcher(own);
        var said = closing.find() ? own.substring(0, closing.start()) : own;
        if (said.length() > LONGEST || said.contains("?") || said.contains("://")) {
            return false;
        }
        var words = WORD.matcher(said).results().count();
        return (words <= WORDS && POLITE.matcher(said).find()
                        || words <= FEW_WORDS && RECEIVED.matcher(said).find())
                && !WANTS.matcher(said).find();
    }

    private static Pattern word(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
