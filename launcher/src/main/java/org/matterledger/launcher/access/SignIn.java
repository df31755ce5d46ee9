package org.matterledger.launcher.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * A way for staff to sign in to the pages. Name and password is one; a corporate sign-on is another of these, and changes
 * nothing else: whatever it asks, it leaves a {@link SignedIn} as the session's principal.
 */
interface SignIn {

    /** Adds to the pages' filters what it needs: its form, or its redirect and its answer. */
    void addTo(HttpSecurity pages) throws Exception;
}
