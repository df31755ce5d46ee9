package org.matterledger.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.store.Views;
import org.matterledger.query.Positions;
import org.matterledger.query.Projection;

/** What readers are told is the same after every view was thrown away and filled again. */
class ReplayTest {

    @Test
    void S_64_replay(@TempDir Path home) {
        try (var told = new ToldFirm(home)) {
            var matter = Scene.fillIn(told);
            var before = answers(told, matter);
            var views = told.firm.server.bean(Views.class);
            told.firm.server.beans(Projection.class).forEach(view -> views.rebuild(view.name()));
            var positions = told.firm.server.bean(Positions.class);
            positions.await(positions.head());
            assertThat(answers(told, matter))
                    .isEqualTo(before)
                    .contains("OVERDUE", "Supply contract", "obligation.armed");
        }
    }

    private static String answers(ToldFirm told, ToldMatter matter) {
        return Stream.of(
                        "/silence",
                        "/work-list",
                        "/obligations",
                        "/matters/" + matter.id + "/obligations",
                        "/matters/" + matter.id + "/timeline")
                .map(path -> told.firm.partner.get(path).text())
                .reduce("", String::concat);
    }
}
