package org.matterledger.launcher.architecture.planted.events;

/** Stands for the product's. */
public interface LedgerEvent {}
