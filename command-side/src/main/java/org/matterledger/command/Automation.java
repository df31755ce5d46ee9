package org.matterledger.command;

/**
 * A sentence that the ledger keeps of its own accord: when this happened, that follows. A bean of this type is all that a
 * feature registers; its handler meets every event from the first one on, in their order, and sends what follows through
 * {@link CausedCommands}, so that it follows once.
 *
 * @param name the processor's; stable, since its token is stored under it
 * @param handler an object with {@code @EventHandler} methods
 */
public record Automation(String name, Object handler) {}
