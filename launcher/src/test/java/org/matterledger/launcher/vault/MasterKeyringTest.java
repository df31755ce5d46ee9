package org.matterledger.launcher.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.launcher.home.CannotRun;

class MasterKeyringTest {

    @TempDir
    Path home;

    private final SampleVault ledger = SampleVault.in(Path.of("unused"), TestDatabase.fresh());

    @Test
    void is_made_at_the_first_start_for_its_owner_alone_and_found_at_the_second() throws Exception {
        var first = open("secrets");
        assertThat(open("secrets").checkValue()).isEqualTo(first.checkValue());
        assertThat(Files.getPosixFilePermissions(home.resolve("secrets/master.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(home.resolve("secrets")).isDirectoryContaining("glob:**master.key");
        try (var files = Files.list(home.resolve("secrets"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void is_never_made_anew_for_a_database_that_knows_one() throws Exception {
        open("secrets");
        Files.delete(home.resolve("secrets/master.key"));
        assertThatThrownBy(() -> open("secrets")).isInstanceOf(CannotRun.class).hasMessageContaining("is missing");
        assertThat(home.resolve("secrets/master.key")).doesNotExist();
    }

    @Test
    void of_another_ledger_is_noticed() throws Exception {
        open("secrets");
        new MasterKeyFile(home.resolve("other")).create();
        assertThatThrownBy(() -> open("other"))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("not the master key of this database");
        assertThat(home.resolve("other/master.key")).exists();
    }

    @Test
    void that_was_damaged_is_noticed() throws Exception {
        open("secrets");
        Path file = home.resolve("secrets/master.key");
        Files.writeString(file, Files.readString(file).substring(0, 60));
        assertThatThrownBy(() -> open("secrets")).isInstanceOf(CannotRun.class).hasMessageContaining("damaged");
    }

    @Test
    void that_others_can_read_is_not_used() throws Exception {
        open("secrets");
        Files.setPosixFilePermissions(home.resolve("secrets/master.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> open("secrets")).isInstanceOf(CannotRun.class).hasMessageContaining("chmod 600");
    }

    @Test
    void is_not_overwritten_by_a_second_maker_who_takes_the_first_one() {
        var file = new MasterKeyFile(home.resolve("secrets"));
        var first = file.create();
        assertThat(new MasterKeyFile(home.resolve("secrets")).create().checkValue())
                .isEqualTo(first.checkValue());
        assertThat(file.read().orElseThrow().checkValue()).isEqualTo(first.checkValue());
    }

    private MasterKey open(String secrets) {
        return MasterKeyring.open(home.resolve(secrets), ledger.database(), SampleVault.CLOCK);
    }
}
