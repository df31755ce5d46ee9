package org.matterledger.launcher.access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that asks for name and password. */
@Controller
final class SignInPage {

    @GetMapping(PasswordSignIn.PAGE)
    String page() {
        return "sign-in";
    }
}
