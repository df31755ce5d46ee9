package org.matterledger.launcher.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers that ask at the same time share one answer, never one that was looked up before they asked. Whoever comes
 * during a look waits for the next; the first of those looks for all of them, and all go on together. They share a
 * failure too: when the database is away, nobody waits for the patience of all who asked before.
 */
public final class SharedLook<T> {

    private final Supplier<T> lookup;
    private final Object lock = new Object();

    /** The look that is under way; null where nobody looks. */
    private @Nullable CompletableFuture<T> present;

    /** The look that begins when the present one ends; null where nobody waits. */
    private @Nullable CompletableFuture<T> upcoming;

    public SharedLook(Supplier<T> lookup) {
        this.lookup = lookup;
    }

    /** What a look tells that began after this call. */
    public T now() {
        var own = new CompletableFuture<T>();
        @Nullable CompletableFuture<T> joined;
        @Nullable CompletableFuture<T> before;
        synchronized (lock) {
            joined = upcoming;
            before = present;
            if (before == null) {
                present = own;
            } else if (joined == null) {
                upcoming = own;
            }
        }
        if (before != null && joined != null) {
            return answer(joined);
        }
        if (before != null) {
            follow(before, own);
        }
        look(own);
        return answer(own);
    }

    private void follow(CompletableFuture<T> before, CompletableFuture<T> own) {
        before.exceptionally(failure -> null).join();
        synchronized (lock) {
            present = own;
            upcoming = null;
        }
    }

    private void look(CompletableFuture<T> own) {
        try {
            var found = lookup.get();
            end();
            own.complete(found);
        } catch (Throwable e) {
            end();
            own.completeExceptionally(e);
        }
    }

    /** Where somebody waits for the next look, that one takes the place of this. */
    private void end() {
        synchronized (lock) {
            if (upcoming == null) {
                present = null;
            }
        }
    }

    private static <T> T answer(CompletableFuture<T> look) {
        try {
            return look.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
