package org.matterledger.launcher.store;

import java.util.Optional;
import org.matterledger.command.Sources;
import org.matterledger.events.ClaimEvent.Result;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.values.Source;

/** Reads the claim that was taken together with what a source reported. */
final class LedgerSources implements Sources {

    private final RecordStore record;
    private final KeyedHash hash;

    LedgerSources(RecordStore record, KeyedHash hash) {
        this.record = record;
        this.hash = hash;
    }

    /** The stream under which a source reference is claimed. */
    static String claim(KeyedHash hash, String scope, Source source) {
        return "claim-" + hash.of("source", scope, source.system(), source.id());
    }

    @Override
    public Optional<String> find(String scope, Source source) {
        return record.claim(claim(hash, scope, source))
                .map(RecordStore.Claimed::claim)
                .filter(taken -> taken.result() != Result.REFUSED)
                .map(taken -> taken.entry() == null ? taken.subject() : taken.entry());
    }
}
