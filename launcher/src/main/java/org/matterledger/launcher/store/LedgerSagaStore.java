package org.matterledger.launcher.store;

import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.matterledger.events.LedgerEvent;

/**
 * The rows of a kind of saga, read and written batch by batch. Axon's own store asks the database for each event by itself:
 * whether it has a saga, what that is, what became of it; nine statements for one update to a client. Here the sagas of all
 * events in hand are looked up together, and what became of them is written together before the token.
 */
final class LedgerSagaStore implements SagaStore<Object> {

    private final String pending = "sagas-" + System.identityHashCode(this);
    private final SagaRows rows;
    private final Function<LedgerEvent, @Nullable Object> about;

    /** @param about by what the saga of an event is most likely found */
    LedgerSagaStore(DataSource database, Serializer serializer, Function<LedgerEvent, @Nullable Object> about) {
        this.rows = new SagaRows(database, serializer);
        this.about = about;
    }

    @Override
    public Set<String> findSagas(Class<?> type, AssociationValue association) {
        return batch().find(type, association);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> @Nullable Entry<S> loadSaga(Class<S> type, String id) {
        return (Entry<S>) batch().load(id);
    }

    @Override
    public void insertSaga(Class<?> type, String id, Object saga, Set<AssociationValue> associations) {
        batch().write(rows.row(type, id, saga), Set.copyOf(associations), Set.of());
    }

    @Override
    public void updateSaga(Class<?> type, String id, Object saga, AssociationValues associations) {
        batch().write(
                        rows.row(type, id, saga),
                        Set.copyOf(associations.addedAssociations()),
                        Set.copyOf(associations.removedAssociations()));
    }

    @Override
    public void deleteSaga(Class<?> type, String id, Set<AssociationValue> associations) {
        batch().delete(id);
    }

    private SagaBatch batch() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(pending, key -> new SagaBatch(rows, about));
    }
}
