package org.matterledger.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.values.StaffRole;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordCheckTest {

    private static final String PASSWORD = "correct horse battery";

    private final MovableClock clock = new MovableClock();
    private final CountingEncoder encoder = new CountingEncoder();
    private final SampleRegister register = new SampleRegister();
    private PasswordCheck check;
    private TokenCheck tokens;
    private Access access;

    @BeforeEach
    void put_together() {
        var database = TestDatabase.freshForTheApplication();
        var accounts = new StaffAccounts(database);
        var lockout = new Lockout(database, clock::now);
        var tokenRows = new AccessTokens(database);
        tokens = new TokenCheck(tokenRows, accounts, register, encoder, clock::now);
        check = new PasswordCheck(accounts, register, lockout, encoder);
        access = new Access(accounts, tokenRows, tokens, lockout, encoder, register, clock::now);
    }

    @Test
    void does_the_same_work_for_every_wrong_attempt() {
        access.addUser("anna", Set.of(StaffRole.FEE_EARNER), PASSWORD);
        access.addUser("boris", Set.of(StaffRole.FEE_EARNER), PASSWORD);
        access.disableUser("boris");
        for (String name : new String[] {"anna", "nobody", "boris", "x".repeat(10_000), ""}) {
            assertThat(workOf(name, "wrong horse battery")).isOne();
        }
        register.leave(
                access.addUser("clara", Set.of(StaffRole.PARTNER), PASSWORD).staffId());
        assertThat(workOf("clara", PASSWORD)).isOne();
        for (int attempt = 0; attempt < 4; attempt++) {
            workOf("anna", "wrong horse battery");
        }
        assertThat(workOf("anna", PASSWORD)).isOne();
        assertThat(workOf("nobody", "y".repeat(10_000))).isOne();
    }

    @Test
    void looks_at_a_tokens_slow_hash_once_while_the_token_is_used() {
        var token = access.createIntegrationToken("case-system", OnBehalf.NOBODY, "test", null)
                .token();
        int before = encoder.looks.get();
        for (int request = 0; request < 20; request++) {
            assertThat(tokens.whose(token)).isPresent();
            clock.move(Duration.ofSeconds(3));
        }
        assertThat(encoder.looks.get() - before).isOne();
    }

    @Test
    void keeps_names_apart_without_regard_to_case() {
        access.addUser("Łucja", Set.of(StaffRole.PARTNER), null);
        assertThatThrownBy(() -> access.addUser("łUCJA", Set.of(StaffRole.PARTNER), null))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("already");
        assertThat(access.listUsers()).singleElement().satisfies(user -> {
            assertThat(user.name()).isEqualTo("Łucja");
            assertThat(user.roles()).containsExactly(StaffRole.PARTNER);
        });
    }

    @Test
    void refuses_passwords_that_are_too_short_or_cut_off_by_the_encoder() {
        assertThatThrownBy(() -> access.addUser("anna", Set.of(StaffRole.PARTNER), "short"))
                .isInstanceOf(CannotRun.class);
        assertThatThrownBy(() -> access.addUser("anna", Set.of(StaffRole.PARTNER), "ż".repeat(37)))
                .isInstanceOf(CannotRun.class);
        assertThat(access.addUser("anna", Set.of(StaffRole.PARTNER), null).password())
                .matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
    }

    @Test
    void lists_tokens_without_their_secrets() {
        access.addUser("anna", Set.of(StaffRole.PARTNER), null);
        var token = access.createUserToken("anna", "laptop", null);
        access.revokeToken(token.id());
        assertThat(access.listTokens()).singleElement().satisfies(listed -> {
            assertThat(listed.revokedAt()).isEqualTo(clock.now());
            assertThat(listed.toString()).doesNotContain(token.token().substring(21));
        });
        assertThatThrownBy(() -> access.revokeToken("0000000000000000")).isInstanceOf(CannotRun.class);
    }

    private int workOf(String name, String password) {
        int before = encoder.looks.get();
        Authentication attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        assertThatThrownBy(() -> check.authenticate(attempt)).isInstanceOf(BadCredentialsException.class);
        return encoder.looks.get() - before;
    }

    /** The real encoder at its lowest cost, and how often it was asked. */
    private static final class CountingEncoder extends BCryptPasswordEncoder {

        final AtomicInteger looks = new AtomicInteger();

        CountingEncoder() {
            super(4);
        }

        @Override
        protected boolean matchesNonNull(String raw, String encoded) {
            looks.incrementAndGet();
            return super.matchesNonNull(raw, encoded);
        }
    }
}
