package org.matterledger.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mail.SampleMail.letter;
import static org.matterledger.launcher.mail.SampleMail.with;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatingTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-03T08:15:00Z");
    private static final String RECEIVED = "Received: from a by b; Tue, 3 Mar 2026 08:16:00 +0000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tue, 3 Mar 2026 10:15:00 +0200",
                "3 Mar 26 10:15 +0200",
                "Tue,  3 Mar 2026 08:15:00 GMT",
                "Tue, 03 Mar 2026 08:15:00 -0000",
                "Tue, 3 Mar 2026 03:15:00 EST",
                "Tue, 3 Mar 126 10:15:00 +0200 (EET)",
                "Tuesday, 03-Mar-26 08:15:00 UTC",
                "Tue Mar  3 10:15:00 2026 +0200",
                "Tue Mar 3 10:15:00 GMT+0200 2026",
                "Di, 3 Mrz 2026 09:15:00 MEZ",
                "2026-03-03T08:15:00Z",
                "=?utf-8?q?Tue?=, 3 Mar 2026 10:15:00 +0200",
                "2026-03-03 10:15:00.000 +02:00",
                "Tue, 3 Mar (spring) 2026 10:15:00 +0200",
                "Tue, 3 March 2026 10:15 AM +0200",
                "Tue, 3 Mar 2026 08:15:00 (UTC)"
            })
    void is_by_the_letters_own_date_in_all_its_forms(String date) {
        var letter = with("Date: " + date);
        assertThat(letter.at()).isEqualTo(WRITTEN);
        assertThat(letter.dated()).isEqualTo(DateBasis.DATE_HEADER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 31 Dec 1979 00:00:00 +0000 | its date can't be: year 1979",
                "Thu, 3 Mar 2044 10:15:00 +0200 | its date can't be: year 2044",
                "Tue, 3 Mar 2026 12:15:00 +0200 | its date is later than its receipt",
                "Fri, 3 Mar 2023 10:15:00 +0200 | its date is more than a month before its receipt",
                "Tue, 3 Mar 2026 10:15:00 | its date names no zone",
                "Tue, 3 Mar 2026 10:15:00 Q | its date names no zone",
                "03/04/2026 10:15:00 +0200 | its date can't be read",
                "soon | its date can't be read"
            })
    void is_by_the_first_server_where_its_own_date_can_not_be(String date, String remark) {
        var letter = with("Received: from b by c; Tue, 3 Mar 2026 10:40:00 +0200", RECEIVED, "Date: " + date);
        assertThat(letter.at()).isEqualTo("2026-03-03T08:16:00Z");
        assertThat(letter.dated()).isEqualTo(DateBasis.RECEIVED);
        assertThat(letter.remarks()).contains(remark);
    }

    @Test
    void allows_for_clocks_that_differ_and_for_slow_mail() {
        assertThat(with(RECEIVED, "Date: Tue, 3 Mar 2026 10:25:00 +0200").dated())
                .isEqualTo(DateBasis.DATE_HEADER);
        assertThat(with(RECEIVED, "Date: Tue, 17 Feb 2026 10:25:00 +0200").dated())
                .isEqualTo(DateBasis.DATE_HEADER);
    }

    @Test
    void believes_the_letter_where_one_server_agrees_and_another_clock_is_wrong() {
        var letter = with(RECEIVED, "Received: from x by a; Tue, 3 Mar 2026 02:00:00 +0000");
        assertThat(letter.dated()).isEqualTo(DateBasis.DATE_HEADER);
    }

    @Test
    void is_by_the_delivery_where_no_server_says_anything() {
        var letter = letter(delivered("From: a@b.example\n\nx", Instant.parse("2026-03-03T09:00:00Z")));
        assertThat(letter.at()).isEqualTo("2026-03-03T09:00:00Z");
        assertThat(letter.dated()).isEqualTo(DateBasis.ENVELOPE);
        assertThat(letter.remarks()).contains("it has no date");
    }

    @Test
    void is_not_by_a_delivery_that_can_not_be() {
        var letter = letter(delivered("From: a@b.example\n\nx", Instant.parse("1965-01-01T00:00:00Z")));
        assertThat(letter.dated()).isEqualTo(DateBasis.NONE);
    }

    private static RawMessage delivered(String text, @Nullable Instant at) {
        var raw = SampleMail.raw(text);
        return new RawMessage(raw.place(), raw.bytes(), at, false);
    }
}
