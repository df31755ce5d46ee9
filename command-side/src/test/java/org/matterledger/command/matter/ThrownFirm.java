package org.matterledger.command.matter;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.matterledger.values.CutOff;
import org.matterledger.values.OpenInterval;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.WorkCalendar;

/** Throws the hours and the policy of a random history's firm. */
final class ThrownFirm {

    private final Random dice;

    ThrownFirm(Random dice) {
        this.dice = dice;
    }

    WorkCalendar calendar() {
        var zone = ZoneId.of(one(
                "Europe/Kyiv",
                "Europe/Warsaw",
                "Europe/Moscow",
                "Europe/London",
                "America/New_York",
                "Asia/Kolkata",
                "Pacific/Apia",
                "Australia/Lord_Howe"));
        var week = new EnumMap<DayOfWeek, List<OpenInterval>>(DayOfWeek.class);
        var hours = switch (dice.nextInt(8)) {
            case 0 -> List.of(hours("09:00", "17:00"));
            case 1 -> List.of(hours("09:00", "12:00"), hours("13:00", "18:00"));
            case 2 -> List.of(hours("09:00", "14:00"));
            case 3 -> List.of(hours("00:00", "08:00"), hours("18:00", "00:00"));
            default -> List.of(hours("09:00", "18:00"));
        };
        for (var day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                week.put(day, hours);
            }
        }
        Map<LocalDate, List<OpenInterval>> exceptions = new HashMap<>();
        for (var date :
                new String[] {"2026-02-12", "2026-03-30", "2026-10-26", "2025-11-03", "2025-11-04", "2026-12-25"}) {
            if (chance(2)) {
                exceptions.put(LocalDate.parse(date), List.of());
            }
        }
        exceptions.put(LocalDate.parse("2025-11-01"), List.of(hours("09:00", "17:00")));
        return chance(12) ? WorkCalendar.alwaysOpen(zone) : new WorkCalendar(zone, week, exceptions, false);
    }

    /** The office closes, shortens or opens a day near. */
    WorkCalendar changed(WorkCalendar office, Instant now) {
        Map<LocalDate, List<OpenInterval>> exceptions = new HashMap<>(office.exceptions());
        for (var i = 0; i < 1 + dice.nextInt(3); i++) {
            exceptions.put(
                    LocalDate.ofInstant(now, office.zone()).plusDays(dice.nextInt(16)),
                    chance(3) ? List.of(hours("10:00", "16:00")) : List.of());
        }
        return new WorkCalendar(office.zone(), office.week(), exceptions, office.alwaysOpen());
    }

    PolicyPack policy(int silence) {
        var usual = SampleTerms.policy();
        var cutOff = new CutOff(one("CLOSE", "CLOSE", "15:00", "OPENING"));
        var lead = chance(4) ? dice.nextInt(3) : 1;
        return new PolicyPack(
                silence, cutOff, 2, 30, 2, lead, usual.ladders(), usual.obligations(), usual.rules(), null);
    }

    private static OpenInterval hours(String opens, String closes) {
        return new OpenInterval(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private boolean chance(int in) {
        return dice.nextInt(in) == 0;
    }

    private String one(String... all) {
        return all[dice.nextInt(all.length)];
    }
}
