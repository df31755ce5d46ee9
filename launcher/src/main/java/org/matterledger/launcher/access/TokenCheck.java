package org.matterledger.launcher.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Says whose token it is: {@code mlt_<id>_<secret>}. That a secret fits its hash is remembered, since the slow hash would
 * cost every request some 80 ms; whether the token and its owner still hold is read anew every {@value #SECONDS} seconds.
 *
 * <p>What the owner may do is read at every request, from the owner's stream: a role that was taken away is gone at the next
 * one, on every node, and so is the token of who left.
 *
 * <p>Guarantee: a token that was revoked, or whose owner was disabled, is refused at once by the node that did so, and by
 * every other at most {@value #SECONDS} seconds later. One that expires is refused from that instant on.
 */
final class TokenCheck {

    static final int SECONDS = 5;

    private static final Pattern FORM = Pattern.compile("mlt_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");

    private final AccessTokens tokens;
    private final StaffAccounts accounts;
    private final StaffRegister register;
    private final PasswordEncoder secrets;
    private final InstantSource clock;
    private final Cache<String, String> fitting =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<String, Holder> holders;

    /** A token's row, and the enabled account whose it is; none for an integration's. */
    private record Holder(AccessToken token, @Nullable StaffAccount owner) {}

    TokenCheck(
            AccessTokens tokens,
            StaffAccounts accounts,
            StaffRegister register,
            PasswordEncoder secrets,
            InstantSource clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.register = register;
        this.secrets = secrets;
        this.clock = clock;
        this.holders = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofSeconds(SECONDS))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Who comes in with a token, in the roles of this moment; empty when it is malformed, unknown, expired, revoked, or its
     * owner was disabled or has left.
     */
    Optional<SignedIn> whose(String presented) {
        var parts = FORM.matcher(presented);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Holder holder = holders.get(parts.group(1), this::read);
        if (holder == null || !holder.token().holdsAt(clock.instant())) {
            return Optional.empty();
        }
        return fits(presented, parts.group(2), holder.token().secretHash())
                ? Optional.ofNullable(signedIn(holder))
                : Optional.empty();
    }

    /** What was known about tokens and their owners is read again. */
    void forget() {
        holders.invalidateAll();
    }

    private boolean fits(String presented, String secret, String hash) {
        return hash.equals(
                fitting.get(SecretText.digest(presented), ignored -> secrets.matches(secret, hash) ? hash : null));
    }

    private @Nullable Holder read(String id) {
        return tokens.find(id)
                .map(token -> new Holder(token, owner(token.staffId())))
                .orElse(null);
    }

    private @Nullable StaffAccount owner(@Nullable String staffId) {
        return staffId == null
                ? null
                : accounts.of(staffId).filter(StaffAccount::enabled).orElse(null);
    }

    private @Nullable SignedIn signedIn(Holder holder) {
        var token = holder.token();
        var integration = token.integration();
        if (integration != null) {
            return SignedIn.integration(integration, token.onBehalf(), token.id());
        }
        var owner = holder.owner();
        if (owner == null) {
            return null;
        }
        var roles = register.rolesOf(owner.staffId());
        return roles.isEmpty() ? null : SignedIn.staff(owner, roles);
    }
}
