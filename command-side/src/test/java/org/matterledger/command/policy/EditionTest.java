package org.matterledger.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.command.Trial.given;
import static org.matterledger.command.policy.SamplePolicy.NOW;
import static org.matterledger.command.policy.SamplePolicy.load;
import static org.matterledger.command.policy.SamplePolicy.published;
import static org.matterledger.values.Level.DEPUTY;
import static org.matterledger.values.Level.PARTNER;
import static org.matterledger.values.Level.WARNING;
import static org.matterledger.values.ObligationKind.ACCEPT_OR_DECLINE;
import static org.matterledger.values.ObligationKind.ACK_COMPLAINT;
import static org.matterledger.values.ObligationKind.DELAY_NOTICE;
import static org.matterledger.values.ObligationKind.DELIVER_TASK;
import static org.matterledger.values.ObligationKind.KEEP_INFORMED;
import static org.matterledger.values.ObligationKind.KEEP_PROMISE;
import static org.matterledger.values.ObligationKind.REPLY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.matterledger.command.policy.PolicyPort.Edition;
import org.matterledger.values.CutOff;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.Rung;

class EditionTest {

    /** What each edition said. The last is the file's; a change of the file is a line more, never another line. */
    private static final Map<Integer, PolicyPack> EDITIONS = Map.of(
            1,
            new PolicyPack(
                    14,
                    new CutOff("15:00"),
                    2,
                    30,
                    2,
                    1,
                    Map.of(
                            REPLY, List.of(new Rung(DEPUTY, 0), new Rung(PARTNER, 1)),
                            KEEP_PROMISE, List.of(new Rung(WARNING, -1), new Rung(PARTNER, 1)),
                            KEEP_INFORMED, List.of(new Rung(WARNING, -2), new Rung(PARTNER, 1)),
                            DELAY_NOTICE, List.of(new Rung(WARNING, 0)),
                            ACCEPT_OR_DECLINE, List.of(new Rung(PARTNER, 1)),
                            DELIVER_TASK, List.of(new Rung(WARNING, -1), new Rung(PARTNER, 1)),
                            ACK_COMPLAINT, List.of(new Rung(DEPUTY, 0), new Rung(PARTNER, 1))),
                    Map.of(),
                    Map.of(),
                    null));

    private final Edition shipped = Edition.ofTheProgram();

    @Test
    void the_file_is_the_last_edition_and_says_what_that_one_says() {
        assertThat(shipped.edition()).isEqualTo(EDITIONS.size());
        assertThat(shipped.pack()).isEqualTo(EDITIONS.get(shipped.edition()));
    }

    @Test
    void the_file_breaks_no_rule() {
        given(Policy.class)
                .when(load(shipped.edition(), shipped.pack()), NOW)
                .records(published(1, shipped.pack(), shipped.edition()));
    }

    @Test
    void no_lawyer_has_confirmed_its_numbers() {
        assertThat(shipped.pack().confirmedBy()).isNull();
    }
}
