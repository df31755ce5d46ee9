package org.matterledger.command.matter;

import static org.matterledger.command.matter.SampleMatter.M1;
import static org.matterledger.command.matter.SampleMatter.MAIN;
import static org.matterledger.command.matter.SampleMatter.MARTA;
import static org.matterledger.command.matter.SampleMatter.NOW;
import static org.matterledger.command.matter.SampleMatter.OLHA;
import static org.matterledger.command.matter.SampleMatter.SOURCE;
import static org.matterledger.command.matter.SampleMatter.TEXT;
import static org.matterledger.values.ChannelKind.MAIL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.matterledger.events.TaskEvent.TaskAccepted;
import org.matterledger.events.TaskEvent.TaskDelivered;
import org.matterledger.events.TaskEvent.TaskRequested;
import org.matterledger.values.Recipient;
import org.matterledger.values.Standing;
import org.matterledger.values.TaskForm;
import org.matterledger.values.TaskId;

/** A task of matter M-1, from the wish to the delivery. The sample's calendar is open on Mondays. */
final class SampleTask {

    static final TaskId TASK = new TaskId("task-lease");
    static final LocalDate MONDAY = LocalDate.parse("2026-02-16");
    static final List<Recipient> TO = List.of(new Recipient(MARTA, Standing.PRINCIPAL));

    private SampleTask() {}

    static TaskRequested requested(TaskForm form) {
        return new TaskRequested(M1, TASK, form, MARTA, null, TEXT, true, SOURCE, NOW);
    }

    static TaskAccepted accepted() {
        return new TaskAccepted(M1, TASK, OLHA, MONDAY, Instant.parse("2026-02-16T16:00:00Z"), NOW);
    }

    static TaskDelivered delivered() {
        return new TaskDelivered(M1, TASK, MAIL, MAIN, TO, OLHA, null, NOW);
    }
}
