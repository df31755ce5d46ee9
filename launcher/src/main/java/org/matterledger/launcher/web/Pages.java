package org.matterledger.launcher.web;

/** Which paths people look at; all others are for programs. */
final class Pages {

    private Pages() {}

    static boolean at(String path) {
        return path.equals("/") || path.equals("/desk") || path.startsWith("/desk/") || path.startsWith("/sign-");
    }
}
