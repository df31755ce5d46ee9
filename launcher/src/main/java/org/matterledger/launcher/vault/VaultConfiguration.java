package org.matterledger.launcher.vault;

import javax.sql.DataSource;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.time.LedgerClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the vault at start: the master key first, then what an earlier run left unfinished. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    MasterKey masterKey(Secrets secrets, DataSource database, LedgerClock clock) {
        return MasterKeyring.open(secrets.directory(), database, clock::now);
    }

    @Bean
    KeyedHash keyedHash(MasterKey master) {
        return new KeyedHash(master);
    }

    @Bean
    Vault vault(DataSource database, MasterKey master, Secrets secrets, LedgerClock clock) {
        var vault = new Vault(database, master, secrets.directory(), clock::now);
        vault.reconcile();
        return vault;
    }
}
