package org.matterledger.launcher.store;

import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.matterledger.query.Projection;

/** Runs a projection's handlers within the processor's batches; see {@link ProjectionBatch}. */
final class ProjectionHandler implements EventMessageHandler {

    private final Projection projection;
    private final AnnotationEventHandlerAdapter handlers;
    private final DataSource database;
    private final WaitingEvents waiting;
    private final ViewNews news;
    private final String batchKey;

    ProjectionHandler(
            Projection projection,
            ParameterResolverFactory parameters,
            DataSource database,
            WaitingEvents waiting,
            ViewNews news) {
        this.projection = projection;
        this.handlers = new AnnotationEventHandlerAdapter(projection, parameters);
        this.database = database;
        this.waiting = waiting;
        this.news = news;
        this.batchKey = "ledger.batch." + projection.name();
    }

    boolean projects(Projection candidate) {
        return projection == candidate;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> event) throws Exception {
        var unitOfWork = CurrentUnitOfWork.get();
        @Nullable ProjectionBatch batch = unitOfWork.getResource(batchKey);
        if (batch == null) {
            batch = new ProjectionBatch(projection.name(), handlers, waiting, database);
            unitOfWork.resources().put(batchKey, batch);
            unitOfWork.afterCommit(u -> news.tell());
        }
        batch.take(event);
        return null;
    }

    @Override
    public boolean canHandle(EventMessage<?> event) {
        return handlers.canHandleType(event.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handlers.canHandleType(payloadType);
    }

    @Override
    public Class<?> getTargetType() {
        return projection.getClass();
    }

    /** Axon's own reset knows neither the dead letters nor the form of a view: see {@link Views}. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
