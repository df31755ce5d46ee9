package org.matterledger.launcher.architecture.planted.command;

/** Stands for the product's. */
public interface StreamReader {}
