package org.matterledger.command.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.values.ObligationKind.ACCEPT_OR_DECLINE;
import static org.matterledger.values.ObligationKind.ACK_COMPLAINT;
import static org.matterledger.values.ObligationKind.DELIVER_TASK;
import static org.matterledger.values.ObligationKind.REPLY;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.matterledger.command.Outcome;
import org.matterledger.values.ChannelKind;
import org.matterledger.values.MessageNature;
import org.matterledger.values.TaskForm;
import org.matterledger.values.TaskId;
import org.matterledger.values.WorkCalendar;

/** Scenarios of channels, tasks and complaints, in their own dates, by the reckoning alone. */
class TaskAndChannelExamplesTest {

    private static final TaskId TASK = new TaskId("task-t");

    @Test
    void S_34_mutual_consent() {
        var matter = ToldHistory.inKyiv("2026-04-06T09:00");
        matter.tells("2026-04-07T10:00", written("a", ChannelKind.MAIL));
        matter.tells("2026-04-07T11:00", sent("a", ChannelKind.TELEGRAM));
        assertThat(matter.life.only(REPLY).open()).isTrue();
        assertThat(update(matter, "2026-04-07T11:30")).isInstanceOf(Outcome.Refusal.class);
        matter.tells("2026-04-07T12:00", written("b", ChannelKind.TELEGRAM));
        assertThat(matter.life.owed(REPLY).getFirst().open()).isFalse();
        matter.tells("2026-04-08T09:00", new Deed.AgreesTelegram());
        matter.tells("2026-04-09T10:00", written("c", ChannelKind.TELEGRAM));
        assertThat(matter.life.local(matter.life.owed(REPLY).getLast().due())).isEqualTo("2026-04-09T12:00");
        assertAgreed(matter);
    }

    @Test
    void S_35_withdrawal() {
        var matter = ToldHistory.inKyiv("2026-04-06T09:00");
        matter.tells("2026-04-08T09:00", new Deed.AgreesTelegram());
        matter.tells("2026-04-15T10:00", written("", ChannelKind.TELEGRAM));
        matter.tells("2026-04-15T11:00", new Deed.WithdrawsTelegram());
        assertThat(matter.life.local(matter.life.only(REPLY).due())).isEqualTo("2026-04-15T12:00");
        assertThat(update(matter, "2026-04-15T11:30")).isInstanceOf(Outcome.Refusal.class);
        matter.tells("2026-04-15T11:30", sent("", ChannelKind.TELEGRAM));
        assertThat(matter.life.only(REPLY).open()).isTrue();
        assertAgreed(matter);
    }

    @Test
    void S_38_oral_task() {
        var life = MatterLife.opened("2026-02-23T09:00").at("2026-03-02T11:00");
        task(
                life,
                new TaskCommand.RequestTask(
                        SampleMatter.M1,
                        TASK,
                        TaskForm.ORAL,
                        MatterLife.MARTA,
                        null,
                        SampleMatter.TEXT,
                        null,
                        life.instant("2026-03-02T11:00")));
        assertThat(accept(life)).isInstanceOf(Outcome.Refusal.class);
        life.at("2026-03-02T16:00");
        task(
                life,
                new TaskCommand.SendTaskDescription(
                        SampleMatter.M1,
                        TASK,
                        ChannelKind.MAIL,
                        List.of(MatterLife.MARTA),
                        MatterLife.OLHA,
                        SampleMatter.TEXT,
                        null));
        assertThat(accept(life)).isInstanceOf(Outcome.Refusal.class);
        assertThat(life.owed(ACCEPT_OR_DECLINE)).isEmpty();
        life.at("2026-03-04T10:00");
        task(
                life,
                new TaskCommand.ConfirmTaskDescription(
                        SampleMatter.M1, TASK, MatterLife.MARTA, null, null, life.instant("2026-03-04T10:00")));
        assertThat(life.local(life.only(ACCEPT_OR_DECLINE).due())).isEqualTo("2026-03-05T18:00");
        life.at("2026-03-04T12:00");
        assertThat(accept(life)).isInstanceOf(Outcome.Recorded.class);
        assertThat(life.local(life.only(DELIVER_TASK).startedAt())).isEqualTo("2026-03-04T12:00");
    }

    @Test
    void S_40_wrong_person() {
        var matter = ToldHistory.inKyiv("2026-02-09T09:00");
        matter.tells("2026-02-14T23:00", new Deed.AsksTask("t"));
        var designer =
                new TaskCommand.AcceptTask(SampleMatter.M1, TASK, HistoryCommands.IVAN, LocalDate.parse("2026-02-20"));
        assertThat(task(matter.life, designer)).isInstanceOf(Outcome.Refusal.class);
        var acceptance = matter.life.only(ACCEPT_OR_DECLINE);
        assertThat(acceptance.holder()).isEqualTo(MatterLife.OLHA);
        assertThat(matter.life.local(acceptance.startedAt())).isEqualTo("2026-02-16T09:00");
        assertAgreed(matter);
    }

    @Test
    void S_40_round_the_clock() {
        var matter = ToldHistory.in(WorkCalendar.alwaysOpen(ZoneId.of("Europe/Kyiv")), "2026-02-09T09:00");
        matter.tells("2026-02-09T10:00", new Deed.AgreesTimes(null, null, Duration.ofHours(2)));
        matter.tells("2026-02-14T23:00", new Deed.AsksTask("t"));
        assertThat(matter.life.local(matter.life.only(ACCEPT_OR_DECLINE).due())).isEqualTo("2026-02-15T01:00");
        assertAgreed(matter);
    }

    @Test
    void S_53_complaint_acknowledgement() {
        var week = SampleTerms.week("Europe/Warsaw", "09:00", "17:00");
        var corpusChristi = Map.of(LocalDate.parse("2026-06-04"), List.<org.matterledger.values.OpenInterval>of());
        var matter =
                ToldHistory.in(new WorkCalendar(week.zone(), week.week(), corpusChristi, false), "2026-06-01T09:00");
        matter.tells("2026-06-03T16:00", new Deed.Complains("c"));
        assertThat(matter.life.local(matter.life.only(ACK_COMPLAINT).due())).isEqualTo("2026-06-05T17:00");
        matter.tells("2026-06-05T17:00", new Deed.Acknowledges("c"));
        matter.passes("2026-06-08T09:00");
        assertThat(matter.life.only(ACK_COMPLAINT).breachedAt()).isNull();
        assertAgreed(matter);
    }

    /** The complaint of a deed is told on the phone. */
    @Test
    void S_55_oral_complaint() {
        var matter = ToldHistory.inKyiv("2026-06-01T09:00");
        matter.tells("2026-06-03T16:00", new Deed.Complains("c"));
        assertThat(matter.answer()).isInstanceOf(Outcome.Recorded.class);
        assertThat(matter.life.local(matter.life.only(ACK_COMPLAINT).due())).isEqualTo("2026-06-04T18:00");
    }

    private static Outcome accept(MatterLife life) {
        return task(
                life,
                new TaskCommand.AcceptTask(SampleMatter.M1, TASK, MatterLife.OLHA, LocalDate.parse("2026-03-13")));
    }

    private static Outcome task(MatterLife life, TaskCommand command) {
        return life.does(state -> TaskDecisions.decide(state, command, life.facts(), life.now()));
    }

    private static Outcome update(ToldHistory matter, String at) {
        return matter.life.at(at).acts(SampleMatter.update(ChannelKind.TELEGRAM, MatterLife.MARTA));
    }

    private static void assertAgreed(ToldHistory matter) {
        assertThat(matter.recorded()).isEqualTo(matter.expected());
    }

    private static Deed written(String thread, ChannelKind channel) {
        return new Deed.ClientWrites(thread, channel, MessageNature.SUBSTANTIVE);
    }

    private static Deed sent(String thread, ChannelKind channel) {
        return new Deed.FirmWrites(thread, channel, MessageNature.SUBSTANTIVE, true, -1, null, null);
    }
}
