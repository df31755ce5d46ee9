package org.matterledger.launcher.architecture.planted.command.one;

import org.matterledger.launcher.architecture.planted.command.CommandPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks: a class writes rows or sends commands, never both. */
record WriterAndSender(CommandPort commands, JdbcClient rows) {}
