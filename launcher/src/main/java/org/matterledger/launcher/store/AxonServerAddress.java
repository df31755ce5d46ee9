package org.matterledger.launcher.store;

import org.matterledger.launcher.home.CannotRun;

/** Where an Axon Server takes calls. */
record AxonServerAddress(String host, int port) {

    private static final int LAST_PORT = 65_535;

    /** @throws CannotRun for what is not a host and a port */
    static AxonServerAddress parse(String text) {
        var colon = text.lastIndexOf(':');
        var port = colon < 1 ? 0 : number(text.substring(colon + 1));
        if (port < 1 || port > LAST_PORT) {
            throw new CannotRun("an Axon Server is named as HOST:PORT, not as \"" + text + "\"");
        }
        return new AxonServerAddress(text.substring(0, colon), port);
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
