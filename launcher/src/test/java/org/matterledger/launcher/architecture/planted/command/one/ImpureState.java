package org.matterledger.launcher.architecture.planted.command.one;

import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks: a state evolves by its events alone. */
record ImpureState(boolean there) {
    ImpureState evolve(String event) {
        return new ImpureState(Files.exists(Path.of(event)));
    }
}
