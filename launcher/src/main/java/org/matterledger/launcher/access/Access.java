package org.matterledger.launcher.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Lets people and integrations in, and out again: what {@code ./ledger user} and {@code ./ledger token} do. */
public final class Access {

    static final int LONGEST_NAME = 64;
    private static final int SHORTEST_PASSWORD = 12;

    /** The encoder looks at no more. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@' -]{0,63}");
    private static final Pattern INTEGRATION = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final StaffAccounts accounts;
    private final AccessTokens tokens;
    private final TokenCheck check;
    private final Lockout lockout;
    private final PasswordEncoder encoder;
    private final StaffRegister register;
    private final InstantSource clock;

    Access(
            StaffAccounts accounts,
            AccessTokens tokens,
            TokenCheck check,
            Lockout lockout,
            PasswordEncoder encoder,
            StaffRegister register,
            InstantSource clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.check = check;
        this.lockout = lockout;
        this.encoder = encoder;
        this.register = register;
        this.clock = clock;
    }

    /**
     * A new user, with the password that is shown this once.
     *
     * @param password as given, or as it was made up
     */
    public record NewUser(StaffId staffId, String name, String password) {}

    /**
     * A user as lists show it.
     *
     * @param roles the present ones; none for who has left the firm
     */
    public record User(
            StaffId staffId,
            String name,
            Set<StaffRole> roles,
            Instant createdAt,
            @Nullable Instant disabledAt) {}

    /** A new token; its text is shown this once and is kept nowhere. */
    public record NewToken(String id, String token) {}

    /** A token as lists show it: whose it is as an actor, {@code staff:<id>} or {@code integration:<name>}. */
    public record Token(
            String id,
            String actor,
            String label,
            OnBehalf onBehalf,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {}

    /**
     * Registers a staff member in the ledger, and gives them a name and a password.
     *
     * @param password at least twelve characters; none makes one up
     * @throws CannotRun when the name is taken or malformed, the password too short or too long, or there is no role
     */
    public NewUser addUser(String name, Set<StaffRole> roles, @Nullable String password) {
        if (!NAME.matcher(name).matches()) {
            throw new CannotRun("“" + name + "” can't be a name: letters, digits and . _ @ ' - , at most 64");
        }
        if (roles.isEmpty()) {
            throw new CannotRun("a user needs at least one role of " + List.of(StaffRole.values()));
        }
        String chosen = chosen(password);
        if (accounts.named(name).isPresent()) {
            throw taken(name);
        }
        var staffId = StaffId.random();
        register.register(staffId, name, roles);
        var account = new StaffAccount(staffId, name, PasswordCheck.encoded(encoder, chosen), clock.instant(), null);
        if (!accounts.add(account)) {
            throw taken(name);
        }
        return new NewUser(staffId, name, chosen);
    }

    /** All users by name, the disabled ones too. */
    public List<User> listUsers() {
        return accounts.all().stream()
                .map(account -> new User(
                        account.staffId(),
                        account.name(),
                        register.rolesOf(account.staffId()),
                        account.createdAt(),
                        account.disabledAt()))
                .toList();
    }

    /**
     * Shuts a user out: the password, the sessions and the tokens. Disabling twice is disabling once.
     *
     * @throws CannotRun when there is no such user
     */
    public void disableUser(String name) {
        accounts.disable(user(name).staffId(), clock.instant());
        check.forget();
    }

    /**
     * Gives a user another password, ends the sessions that began with the old one, and lifts a lock.
     *
     * @param password at least twelve characters; none makes one up
     * @return the password, as given or made up
     * @throws CannotRun when there is no such user, or the password is too short or too long
     */
    public String setPassword(String name, @Nullable String password) {
        String chosen = chosen(password);
        accounts.setPassword(user(name).staffId(), PasswordCheck.encoded(encoder, chosen));
        lockout.clear(name);
        check.forget();
        return chosen;
    }

    /**
     * Lets a user who is signed in choose another password. Wrong present passwords count as failed sign-ins do, so that an
     * open session gives nobody more guesses. All the user's sessions end.
     *
     * @param chosen the new password, twice, since nobody sees what they type
     */
    PasswordChange changeOwnPassword(StaffId staffId, String present, String chosen, String chosenAgain) {
        if (!chosen.equals(chosenAgain)) {
            return PasswordChange.DIFFERENT;
        }
        if (unfit(chosen).isPresent()) {
            return PasswordChange.UNFIT;
        }
        var account = accounts.of(staffId.value()).filter(StaffAccount::enabled);
        var right = account.filter(known -> lockout.admits(known.name()))
                .filter(known -> encoder.matches(present, known.passwordHash()));
        if (right.isEmpty()) {
            return PasswordChange.WRONG;
        }
        setPassword(right.get().name(), chosen);
        return PasswordChange.CHANGED;
    }

    /** @throws CannotRun when there is no such user, or the expiry lies in the past */
    public NewToken createUserToken(String user, String label, @Nullable Instant expiresAt) {
        return create(user(user).staffId().value(), null, OnBehalf.NOBODY, label, expiresAt);
    }

    /** @throws CannotRun when the name is malformed, or the expiry lies in the past */
    public NewToken createIntegrationToken(
            String integration, OnBehalf onBehalf, String label, @Nullable Instant expiresAt) {
        if (!INTEGRATION.matcher(integration).matches()) {
            throw new CannotRun("“" + integration + "” can't be an integration's name: a-z, 0-9 and -, at most 40");
        }
        return create(null, integration, onBehalf, label, expiresAt);
    }

    /** All tokens in the order in which they were made, those that hold no more too. */
    public List<Token> listTokens() {
        return tokens.all().stream()
                .map(token -> new Token(
                        token.id(),
                        token.staffId() == null ? "integration:" + token.integration() : "staff:" + token.staffId(),
                        token.label(),
                        token.onBehalf(),
                        token.createdAt(),
                        token.expiresAt(),
                        token.revokedAt()))
                .toList();
    }

    /**
     * Refused from now on by this node, by others a few seconds later. Revoking twice is revoking once.
     *
     * @throws CannotRun when there is no such token
     */
    public void revokeToken(String id) {
        if (!tokens.revoke(id, clock.instant())) {
            throw new CannotRun("there is no token " + id + "; ./ledger token list shows them");
        }
        check.forget();
    }

    private NewToken create(
            @Nullable String staffId,
            @Nullable String integration,
            OnBehalf onBehalf,
            String label,
            @Nullable Instant expiresAt) {
        Instant now = clock.instant();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new CannotRun("a token that expires at " + expiresAt + " would never hold");
        }
        String id = SecretText.tokenId();
        String secret = SecretText.tokenSecret();
        String hash = PasswordCheck.encoded(encoder, secret);
        tokens.add(new AccessToken(id, hash, label, staffId, integration, onBehalf, now, expiresAt, null));
        return new NewToken(id, "mlt_" + id + "_" + secret);
    }

    private StaffAccount user(String name) {
        return accounts.named(name)
                .orElseThrow(() -> new CannotRun("there is no user “" + name + "”; ./ledger user list shows them"));
    }

    private static String chosen(@Nullable String password) {
        if (password == null) {
            return SecretText.password();
        }
        unfit(password).ifPresent(why -> {
            throw new CannotRun(why);
        });
        return password;
    }

    /** Why a password can't be one. */
    private static Optional<String> unfit(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return Optional.of("a password needs at least " + SHORTEST_PASSWORD + " characters");
        }
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES
                ? Optional.of("a password may have at most " + LONGEST_PASSWORD_BYTES + " bytes")
                : Optional.empty();
    }

    private static CannotRun taken(String name) {
        return new CannotRun("there is a user “" + name + "” already");
    }
}
