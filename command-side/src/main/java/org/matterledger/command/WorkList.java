package org.matterledger.command;

import java.util.List;

/**
 * Rows that tell the command side what is to be done, kept from events: a bean of this type is all that a feature
 * registers. Its handlers run in one processor, from the first event on, and write in the transaction of its token, so
 * that rows and token can be thrown away together and come again.
 *
 * @param name the processor's; stable, since its token is stored under it
 * @param handlers objects with {@code @EventHandler} methods; none of them sends anything
 * @param reset deletes every row
 */
public record WorkList(String name, List<Object> handlers, Runnable reset) {

    public WorkList {
        handlers = List.copyOf(handlers);
    }
}
