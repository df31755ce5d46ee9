package org.matterledger.launcher.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.Registration;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command bus, the same over both stores. A command sent by a saga or automation runs on a thread of its own while
 * its sender waits, so that what it appends never shares the sender's unit of work.
 */
final class LedgerCommandBus implements CommandBus {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerCommandBus.class);

    private final CommandExecution execution;
    private final Map<String, MessageHandler<? super CommandMessage<?>>> handlers = new ConcurrentHashMap<>();
    private final List<MessageDispatchInterceptor<? super CommandMessage<?>>> onDispatch = new CopyOnWriteArrayList<>();
    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> onHandle = new CopyOnWriteArrayList<>();

    LedgerCommandBus(CommandExecution execution) {
        this.execution = execution;
    }

    /** Executes a command and waits until what it came to is durable. */
    Answered execute(CommandMessage<?> command, Request request) {
        var intercepted = intercepted(command);
        if (!CurrentUnitOfWork.isStarted()) {
            return handle(intercepted, request);
        }
        if (CurrentUnitOfWork.get().getMessage() instanceof CommandMessage<?> outer) {
            throw new IllegalStateException("A command handler sends no commands: " + outer.getCommandName() + " sent "
                    + command.getCommandName());
        }
        return apart(intercepted, request);
    }

    private Answered apart(CommandMessage<?> command, Request request) {
        var task = new FutureTask<>(() -> handle(command, request));
        Thread.ofVirtual().name("ledger-command").start(task);
        var interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof Error error) {
                        throw error;
                    }
                    throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Answered handle(CommandMessage<?> command, Request request) {
        @Nullable MessageHandler<? super CommandMessage<?>> handler = handlers.get(command.getCommandName());
        if (handler == null) {
            throw new NoHandlerForCommandException(command);
        }
        return execution.execute(
                command, request, unitOfWork -> new DefaultInterceptorChain<>(unitOfWork, onHandle, handler).proceed());
    }

    private CommandMessage<?> intercepted(CommandMessage<?> command) {
        CommandMessage<?> message = command;
        for (var interceptor : onDispatch) {
            message = (CommandMessage<?>) interceptor.handle(message);
        }
        return message;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (sent, result) -> {
            if (result.isExceptional()) {
                LOG.error("{} failed", sent.getCommandName(), result.exceptionResult());
            }
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        GenericCommandResultMessage<R> result;
        try {
            result = new GenericCommandResultMessage<>(
                    (R) execute(command, Request.PLAIN).outcome());
        } catch (RuntimeException e) {
            result = new GenericCommandResultMessage<>(e);
        }
        callback.onResult(command, result);
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        handlers.put(commandName, handler);
        return () -> handlers.remove(commandName, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        onHandle.add(interceptor);
        return () -> onHandle.remove(interceptor);
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        onDispatch.add(interceptor);
        return () -> onDispatch.remove(interceptor);
    }
}
