package org.matterledger.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SubjectsTest {

    @Property(tries = 300)
    void are_the_same_whatever_marks_stand_before_them(
            @ForAll("marks") @Size(max = 5) List<String> marks, @ForAll("bares") String bare) {
        var subject = String.join(" ", marks) + " " + bare;
        assertThat(Subjects.bare(subject)).isEqualTo(bare.toLowerCase(Locale.ROOT));
        assertThat(Subjects.bare(Subjects.bare(subject))).isEqualTo(Subjects.bare(subject));
        assertThat(Subjects.goesOn(subject))
                .isEqualTo(marks.stream().anyMatch(mark -> mark.contains(":") || mark.contains("：")));
    }

    @Provide
    Arbitrary<List<String>> marks() {
        return Arbitraries.of(
                        "Re:",
                        "RE:",
                        "FW:",
                        "Fwd:",
                        "AW:",
                        "Antw:",
                        "WG:",
                        "Odp:",
                        "Отв:",
                        "Re[2]:",
                        "Re: Re:",
                        "[help]",
                        "Відп:",
                        "PD:",
                        "RE\u00a0:",
                        "回复：",
                        "Doorst:")
                .list();
    }

    @Provide
    Arbitrary<String> bares() {
        return Arbitraries.of(
                "The lease",
                "Rent, and more",
                "Regarding: rent",
                "x",
                "Договор аренды",
                "Re-opening",
                "10 [draft] pages");
    }

    @Test
    void of_marks_alone_are_empty() {
        assertThat(Subjects.bare(" Re: FW:  ")).isEmpty();
        assertThat(Subjects.bare("Lease (fwd)")).isEqualTo("lease");
        assertThat(Subjects.goesOn("Research: first results")).isFalse();
    }
}
