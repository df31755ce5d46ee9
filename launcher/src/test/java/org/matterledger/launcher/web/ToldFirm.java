package org.matterledger.launcher.web;

import java.nio.file.Path;
import java.time.Instant;
import org.matterledger.launcher.access.MovableClock;
import org.matterledger.query.Positions;

/** A firm in Kyiv on a movable clock, whose matters are told event by event. */
final class ToldFirm implements AutoCloseable {

    final MovableClock clock = new MovableClock();
    final SampleFirm firm;
    final String kyiv;

    ToldFirm(Path home) {
        clock.set(Instant.parse("2026-02-02T09:00:00Z"));
        firm = SampleFirm.open(home, context -> context.getBeanFactory().registerSingleton("clock", clock));
        var day = "[{\"opens\": \"09:00\", \"closes\": \"18:00\"}]";
        kyiv = firm.integration.post("/calendars", """
                        {"name": "Kyiv", "zone": "Europe/Kyiv", "week": {"MONDAY": %1$s, "TUESDAY": %1$s,
                         "WEDNESDAY": %1$s, "THURSDAY": %1$s, "FRIDAY": %1$s}}""".formatted(day)).get("id");
    }

    ToldMatter matter(String opened) {
        return new ToldMatter(firm, kyiv, 1, opened);
    }

    /** Puts the clock to a local time and waits until the views show all that was told. */
    void now(String local) {
        clock.set(ToldMatter.at(local));
        var positions = firm.server.bean(Positions.class);
        positions.await(positions.head());
    }

    @Override
    public void close() {
        firm.close();
    }
}
