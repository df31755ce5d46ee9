package org.matterledger.launcher.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.LedgerEvent;
import org.matterledger.launcher.store.SagaRows.Link;
import org.matterledger.launcher.store.SagaRows.Row;
import org.matterledger.launcher.store.SagaRows.Stored;

/**
 * The sagas of one batch of events. Axon looks sagas up while events are handled, and hands over what became of them while
 * the batch prepares its commit, message by message; when the last message has done so, all is written.
 *
 * <p>Used by one thread, in the processor's transaction.
 */
final class SagaBatch {

    private final SagaRows rows;
    private final Function<LedgerEvent, @Nullable Object> about;
    private final Map<AssociationValue, Set<String>> found = new HashMap<>();
    private final Map<String, Stored> stored = new HashMap<>();
    private final List<Row> written = new ArrayList<>();
    private final List<Link> linked = new ArrayList<>();
    private final List<Link> unlinked = new ArrayList<>();
    private final Set<String> deleted = new LinkedHashSet<>();
    private int ending;

    SagaBatch(SagaRows rows, Function<LedgerEvent, @Nullable Object> about) {
        this.rows = rows;
        this.about = about;
    }

    /** Called for each event before anything else, so that its message is awaited at the end. */
    Set<String> find(Class<?> type, AssociationValue association) {
        awaitEnd();
        if (!found.containsKey(association)) {
            look(type, association);
        }
        return found.getOrDefault(association, Set.of());
    }

    /** Behind all that Axon still registers for this message. */
    private void awaitEnd() {
        ending++;
        CurrentUnitOfWork.get()
                .onPrepareCommit(preparing -> preparing.onPrepareCommit(last -> {
                    if (--ending == 0) {
                        write();
                    }
                }));
    }

    private void look(Class<?> type, AssociationValue association) {
        var values = Stream.concat(Stream.of(association.getValue()), foreseen())
                .distinct()
                .filter(value -> !found.containsKey(new AssociationValue(association.getKey(), value)))
                .toList();
        values.forEach(value -> found.put(new AssociationValue(association.getKey(), value), new LinkedHashSet<>()));
        for (var saga : rows.find(type, association.getKey(), values)) {
            stored.put(saga.id(), saga);
            saga.associationValues().stream()
                    .filter(found::containsKey)
                    .forEach(value -> Objects.requireNonNull(found.get(value)).add(saga.id()));
        }
    }

    /** What the other events of the batch will be looked up by. */
    private Stream<String> foreseen() {
        if (!(CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch)) {
            return Stream.empty();
        }
        return batch.getMessages().stream()
                .map(this::about)
                .filter(Objects::nonNull)
                .map(Object::toString);
    }

    private @Nullable Object about(Message<?> message) {
        return message instanceof EventMessage<?> event && event.getPayload() instanceof LedgerEvent known
                ? about.apply(known)
                : null;
    }

    @Nullable
    Stored load(String id) {
        var known = stored.get(id);
        return known != null ? known : rows.load(id);
    }

    void write(Row row, Set<AssociationValue> more, Set<AssociationValue> fewer) {
        written.add(row);
        more.forEach(association -> linked.add(new Link(row, association)));
        fewer.forEach(association -> unlinked.add(new Link(row, association)));
    }

    void delete(String id) {
        deleted.add(id);
    }

    private void write() {
        rows.write(written);
        rows.unlink(unlinked);
        rows.link(linked);
        rows.delete(deleted);
    }
}
