package org.matterledger.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mail.SampleMail.PLAIN;
import static org.matterledger.launcher.mail.SampleMail.letter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThanksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks, Ben!",
                "Dear Ben,\n\nmany thanks for the quick help.\n\nBest regards\nAnn Lee\nClient Ltd, 12 Long Street, Town",
                "Got it.",
                "Vielen Dank für die schnelle Antwort!\n\nViele Grüße\nAnn",
                "Dziękuję bardzo za pomoc.\n\nPozdrawiam\nAnn",
                "Спасибо, всё получил.\n\nС уважением,\nАнна",
                "Дякую за швидку відповідь!",
                "Thank you.\n\nOn Monday Ben wrote:\n> Could you send the file?\n> Which clause do you mean?"
            })
    void asks_nothing(String text) {
        assertThat(letter(with(text)).thanks()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks. When is the hearing?",
                "Thank you, but it does not work.",
                "Thanks in advance",
                "Thanks, please send me the file.",
                "Vielen Dank im Voraus",
                "Danke, aber das Problem bleibt.",
                "Dziękuję, proszę o kopię.",
                "Dzięki, ale nie rozumiem.",
                "Спасибо. Пришлите, пожалуйста, копию",
                "Заранее спасибо",
                "Дякую, але коли буде відповідь",
                "I received the second notice from the court this morning and the date has been moved to May.",
                "Thanks for the draft. I went through all of it with my partners last night and we agreed on the first, second and third clause and will sign"
            })
    void asks_or_tells_something(String text) {
        assertThat(letter(with(text)).thanks()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "X-Unsent: 1"})
    void is_not_asked_of_machines_and_drafts(String field) {
        assertThat(letter(field + "\n" + with("Thanks!")).thanks()).isFalse();
    }

    private static String with(String text) {
        return PLAIN.substring(0, PLAIN.indexOf("\n\n") + 2) + text + "\n";
    }
}
