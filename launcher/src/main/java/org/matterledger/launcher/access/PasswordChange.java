package org.matterledger.launcher.access;

import java.util.Locale;

/** What became of a user's wish for another password. */
enum PasswordChange {
    /** It holds; every session of the user has ended. */
    CHANGED(PasswordSignIn.PAGE),
    /** The present password is another, or the name is locked: both are answered alike. */
    WRONG(PasswordPage.PAGE),
    /** The new password was not typed the same twice. */
    DIFFERENT(PasswordPage.PAGE),
    /** The new password is too short or too long. */
    UNFIT(PasswordPage.PAGE);

    private final String page;

    PasswordChange(String page) {
        this.page = page;
    }

    /** Where the user is told so. */
    String told() {
        return page + "?" + name().toLowerCase(Locale.ROOT);
    }
}
