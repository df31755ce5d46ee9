package org.matterledger.launcher.access;

import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which somebody who is signed in chooses another password. */
@Controller
final class PasswordPage {

    static final String PAGE = "/desk/password";

    private final Access access;
    private final CallerIdentity identity;

    PasswordPage(Access access, CallerIdentity identity) {
        this.access = access;
        this.identity = identity;
    }

    @GetMapping(PAGE)
    String page() {
        return "password";
    }

    @PostMapping(PAGE)
    String change(@RequestParam String present, @RequestParam String chosen, @RequestParam String again) {
        // a session is a staff member's always
        var staff = Objects.requireNonNull(identity.signedIn().staff());
        return "redirect:"
                + access.changeOwnPassword(staff, present, chosen, again).told();
    }
}
