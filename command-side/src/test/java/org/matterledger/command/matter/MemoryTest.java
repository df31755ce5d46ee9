package org.matterledger.command.matter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.matterledger.events.ContactEvent.MessageSent;
import org.matterledger.values.EntryId;
import org.matterledger.values.MessageNature;

/** How much a matter keeps in mind when more is said in a few days than in other matters in years. */
class MemoryTest {

    private static final int SAID = 400;
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-02-10T09:00");

    private final MatterLife life = MatterLife.opened("2026-02-09T09:00");

    private static String minute(int n) {
        return FIRST.plusMinutes(n).toString();
    }

    @BeforeEach
    void so_much_is_said() {
        for (var n = 0; n < SAID; n++) {
            life.at(minute(n)).firmMailed(minute(n), MessageNature.SUBSTANTIVE);
        }
    }

    @Test
    void it_looks_at_no_more_than_it_must() {
        assertThat(life.state().duties().happenings()).hasSizeLessThanOrEqualTo(256);
        assertThat(life.state().duties().owed()).hasSizeLessThanOrEqualTo(256);
    }

    @Test
    void a_message_from_before_what_it_keeps_finds_the_answer_that_came_then() {
        assertThat(requireNonNull(life.state().duties().keptSince())).isAfter(life.instant(minute(11)));
        life.clientMails(FIRST.plusMinutes(10).plusSeconds(30).toString());
        var reply = life.only(REPLY);
        var second = life.instant(minute(11));
        assertThat(requireNonNull(reply.ending()).at()).isEqualTo(second);
        assertThat(requireNonNull(reply.ending().by())).isEqualTo(EntryId.of(SampleMatter.M1, sequenceOf(second)));
    }

    private long sequenceOf(Instant said) {
        return IntStream.range(0, life.events().size())
                .filter(n -> life.events().get(n) instanceof MessageSent
                        && life.events().get(n).occurredAt().equals(said))
                .findFirst()
                .orElseThrow();
    }
}
