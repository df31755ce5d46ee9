package org.matterledger.launcher.mail;

import java.util.regex.Pattern;

/**
 * Guesses whether a letter needs no answer: a few words of thanks or receipt in one of the firm's languages that ask
 * nothing and tell nothing. It is a suggestion; a person confirms it. Better none than a wrong one.
 */
final class Thanks {

    private static final int LONGEST = 400;

    /** With the closing, and what some firms put below it. */
    private static final int LONGEST_WITH_NAME = 2000;

    private static final int WORDS = 24;
    private static final int FEW_WORDS = 6;

    private static final Phrases POLITE =
            Phrases.of("thanks|thank you|thx|many thanks|much appreciated|appreciate it|cheers|danke|dankeschön|"
                    + "vielen dank|besten dank|herzlichen dank|merci|dziękuję|dziekuje|dziękujemy|dzięki|dzieki|"
                    + "спасибо|благодарю|благодарим|дякую|дякуємо|вдячний|вдячна");

    /** Such words alone may be about something. */
    private static final Phrases RECEIVED = Phrases.of(
            "got it|received|noted|understood|will do|sounds good|perfect|great|erhalten|verstanden|alles klar|"
                    + "otrzymałem|otrzymałam|potwierdzam|potwierdzam odbiór|w porządku|rozumiem|получил|"
                    + "получила|получили|принято|понял|поняла|хорошо|отримав|отримала|отримали|прийнято|"
                    + "зрозумів|зрозуміла|гаразд|добре");

    /** Questions, wishes, trouble, and thanks for what is still to come. */
    private static final Phrases WANTS =
            Phrases.of("please|pls|could|would|can|when|what|why|how|which|who|where|need|send|call me|let me know|"
                    + "let us know|advance|waiting|look forward|looking forward|but|however|not|no|cannot|still|"
                    + "error|problem|issue|except|unfortunately|until|tomorrow|deadline|bitte|könnten|können|"
                    + "kann|wann|was|warum|wie|welche|wer|wo|brauche|senden|schicken|voraus|aber|jedoch|nicht|"
                    + "kein|keine|noch|leider|morgen|proszę|prosze|prosimy|prośba|czy|kiedy|dlaczego|jak|gdzie|"
                    + "który|potrzebuję|wyślij|przesłać|góry|ale|jednak|nie|niestety|jeszcze|jutro|пожалуйста|"
                    + "прошу|просьба|просим|можете|могли|когда|почему|зачем|как|где|кто|сколько|нужно|пришлите|"
                    + "вышлите|заранее|но|однако|не|нет|ещё|еще|завтра|жду|ждём|будь ласка|прохання|коли|чому|"
                    + "навіщо|як|де|хто|скільки|потрібно|надішліть|заздалегідь|але|проте|ні|ще|чекаю|чекаємо|"
                    + "don't|doesn't|didn't|can't|won't|isn't|wasn't|couldn't|haven't|hasn't");

    private static final Pattern CLOSING = Pattern.compile(
            "(?im)^\\s*(?:best(?: regards| wishes)?|kind(?:est)? regards|regards|sincerely|yours|cheers|mit freundlichen grüßen|freundliche grüße|viele grüße|beste grüße|mfg|vg|lg"
                    + "|pozdrawiam|z poważaniem|z wyrazami szacunku|с уважением|всего доброго|з повагою|sent from my .*|von meinem .* gesendet|get outlook for .*)[,.!]?\\s*$",
            Pattern.UNICODE_CASE);

    private Thanks() {}

    /** @param own what the letter says itself, without what it quotes */
    static boolean only(String own) {
        if (own.length() > LONGEST_WITH_NAME || own.isEmpty()) {
            return false;
        }
        var closing = CLOSING.matcher(own);
        var said = closing.find() ? own.substring(0, closing.start()) : own;
        if (said.length() > LONGEST || said.contains("?") || said.contains("://")) {
            return false;
        }
        var words = Phrases.words(said);
        return (words.size() <= WORDS && POLITE.occurIn(words) || words.size() <= FEW_WORDS && RECEIVED.occurIn(words))
                && !WANTS.occurIn(words);
    }
}
