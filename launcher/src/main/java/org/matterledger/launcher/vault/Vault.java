package org.matterledger.launcher.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.DeterministicAead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.matterledger.command.Confidential;
import org.matterledger.command.ConfidentialRule;
import org.matterledger.command.Erasure;
import org.matterledger.command.Refused;
import org.matterledger.launcher.database.SharedLook;
import org.matterledger.query.ConfidentialReader;
import org.matterledger.values.ConfidentialText;

/**
 * Seals and opens what the firm writes about people, each person with a key of their own, and destroys that key.
 *
 * <p>Guarantee: once {@link #erase} has returned on any node, no node opens a text of that person and none seals a new
 * one. A node remembers unwrapped keys, but uses one only after it has read that nobody was erased since: one small read
 * for a text, or for a whole list, which callers that come at the same time share. The same holds for texts that it
 * opened: they are remembered beside the key that opened them, shown only while that key may be used, and forgotten when
 * anybody was erased.
 */
public final class Vault implements Confidential, ConfidentialReader, Erasure {

    private static final int REMEMBERED_KEYS = 20_000;

    /** In characters, sealed and clear: the names and titles on the pages of a firm, and little else. */
    private static final int REMEMBERED_TEXT = 6_000_000;

    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final PersonKeys keys;
    private final ErasureRegister register;
    private final InstantSource clock;
    private final SharedLook<Long> erasures;
    private final Cache<String, PersonKey> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_KEYS)
            .expireAfterAccess(UNUSED)
            .build();
    private final Cache<ConfidentialText, Opened> opened = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_TEXT)
            .weigher((ConfidentialText text, Opened clear) ->
                    text.ciphertext().length() + clear.text().length())
            .expireAfterAccess(UNUSED)
            .build();

    /** What a key opened, that very one: one that was read anew opens anew. */
    private record Opened(PersonKey key, String text) {}

    /**
     * @param secrets the home's folder of secrets, where the register of erasures is kept
     * @param clock tells when a key was made or destroyed; audit only
     */
    public Vault(DataSource database, MasterKey master, Path secrets, InstantSource clock) {
        this.keys = new PersonKeys(database, master, clock);
        this.erasures = new SharedLook<>(keys::erasures);
        this.register = new ErasureRegister(secrets.resolve("erasures"));
        this.clock = clock;
    }

    @Override
    public ConfidentialText seal(String subject, String text) {
        PersonKey key = current(List.of(subject)).get(subject);
        if (key == null) {
            keys.create(subject);
            key = current(List.of(subject)).get(subject);
        }
        if (key == null) {
            throw new SealBroken("The key of " + subject + " vanished while it was made");
        }
        DeterministicAead cipher = key.cipher();
        if (cipher == null) {
            throw new Refused(
                    ConfidentialRule.PERSON_ERASED.name(),
                    ConfidentialRule.PERSON_ERASED.text(),
                    Map.of("subject", subject),
                    false);
        }
        try {
            byte[] sealed = cipher.encryptDeterministically(
                    text.getBytes(StandardCharsets.UTF_8), Binding.ofText(subject, key.id()));
            return new ConfidentialText(subject, key.id(), Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A text could not be sealed", impossible);
        }
    }

    /** @throws SealBroken when the text was changed or moved, or its key is missing though nobody erased it */
    @Override
    public Optional<String> open(ConfidentialText text) {
        return Optional.ofNullable(openAll(List.of(text)).get(text));
    }

    /** @throws SealBroken when a text was changed or moved, or its key is missing though nobody erased it */
    @Override
    public Map<ConfidentialText, String> openAll(Collection<ConfidentialText> texts) {
        var subjects = new TreeSet<String>();
        texts.forEach(text -> subjects.add(text.subject()));
        var current = current(subjects);
        var clear = new HashMap<ConfidentialText, String>();
        for (ConfidentialText text : texts) {
            PersonKey key = current.get(text.subject());
            if (key == null) {
                throw new SealBroken("The key of " + text.subject() + " is missing, and nobody erased it");
            }
            DeterministicAead cipher = key.cipher();
            if (cipher != null) {
                clear.put(text, clear(text, key, cipher));
            }
        }
        return clear;
    }

    private String clear(ConfidentialText text, PersonKey key, DeterministicAead cipher) {
        var known = opened.getIfPresent(text);
        if (known != null && known.key().equals(key)) {
            return known.text();
        }
        var fresh = new Opened(key, opened(text, key, cipher));
        opened.put(text, fresh);
        return fresh.text();
    }

    @Override
    public void erase(String subject) {
        // The register first: whoever stops in between finds the line at the next start, and ends erased.
        var now = clock.instant();
        if (!register.read().containsKey(subject)) {
            register.append(subject, now);
        }
        keys.destroy(subject, now);
        remembered.invalidate(subject);
        opened.invalidateAll();
    }

    /**
     * Erases again whatever a register names: at every start the home's own, and after a restore the one that was kept
     * beside the backup.
     *
     * @return how many keys were still there, or could have been made again
     */
    public int repeatErasures(Path registerFile) {
        var missing = new ErasureRegister(registerFile)
                .read().keySet().stream()
                        .filter(subject -> !keys.erased().containsKey(subject))
                        .toList();
        missing.forEach(this::erase);
        return missing.size();
    }

    /** Brings the home's register and the database together: each erasure that one knows is made known to the other. */
    public void reconcile() {
        var noted = register.read();
        var erased = keys.erased();
        erased.forEach((subject, at) -> {
            if (!noted.containsKey(subject)) {
                register.append(subject, at);
            }
        });
        noted.forEach((subject, at) -> {
            if (!erased.containsKey(subject)) {
                keys.destroy(subject, at);
            }
        });
    }

    private static String opened(ConfidentialText text, PersonKey key, DeterministicAead cipher) {
        try {
            byte[] clear = cipher.decryptDeterministically(
                    Base64.getDecoder().decode(text.ciphertext()), Binding.ofText(text.subject(), text.key()));
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new SealBroken("A text of " + text.subject() + " under key " + text.key()
                    + " was changed, or belongs to another (the key is " + key.id() + ")");
        }
    }

    /** Keys that hold at this moment: remembered ones only where nobody was erased since they were read. */
    private Map<String, PersonKey> current(Collection<String> subjects) {
        var current = new HashMap<>(remembered.getAllPresent(subjects));
        if (!current.isEmpty()) {
            long present = erasures.now();
            if (current.values().removeIf(key -> key.asOf() != present)) {
                opened.invalidateAll();
            }
        }
        if (current.size() < subjects.size()) {
            var read = keys.find(subjects.stream()
                    .filter(subject -> !current.containsKey(subject))
                    .toList());
            remembered.putAll(read);
            current.putAll(read);
        }
        return current;
    }
}
