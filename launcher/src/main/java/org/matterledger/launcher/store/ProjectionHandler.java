package org.matterledger.launcher.store;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.matterledger.query.Projection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Runs a projection's handlers. PostgreSQL gives up a whole transaction after one failed statement, and with it the
 * batch; once that happened, the next batches put a savepoint before each event, so that a letter that can't be read
 * goes to the dead letters alone.
 */
final class ProjectionHandler implements EventMessageHandler {

    private static final int CAREFUL_EVENTS = 2000;

    private final Projection projection;
    private final AnnotationEventHandlerAdapter handlers;
    private final DataSource database;
    private final AtomicInteger careful = new AtomicInteger();

    ProjectionHandler(Projection projection, ParameterResolverFactory parameters, DataSource database) {
        this.projection = projection;
        this.handlers = new AnnotationEventHandlerAdapter(projection, parameters);
        this.database = database;
    }

    boolean projects(Projection candidate) {
        return projection == candidate;
    }

    @Override
    public Object handle(EventMessage<?> event) throws Exception {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().onRollback(unitOfWork -> careful.set(CAREFUL_EVENTS));
        }
        return careful.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                ? handleCarefully(event)
                : handlers.handle(event);
    }

    private Object handleCarefully(EventMessage<?> event) throws Exception {
        var connection = DataSourceUtils.getConnection(database);
        try {
            var before = connection.setSavepoint();
            try {
                var result = handlers.handle(event);
                connection.releaseSavepoint(before);
                return result;
            } catch (Exception | Error e) {
                connection.rollback(before);
                throw e;
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
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

    @Override
    public void prepareReset() {
        projection.reset();
    }

    @Override
    public <R> void prepareReset(R context) {
        projection.reset();
    }

    @Override
    public boolean supportsReset() {
        return true;
    }
}
