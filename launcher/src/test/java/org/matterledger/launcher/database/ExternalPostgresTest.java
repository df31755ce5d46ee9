package org.matterledger.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.matterledger.launcher.home.CannotRun;

class ExternalPostgresTest {

    private final DatabaseAccess ledger = TestDatabase.fresh();

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "MATTER_LEDGER_DATABASE_USER", ledger.application(),
            "MATTER_LEDGER_DATABASE_PASSWORD", ledger.applicationPassword(),
            "MATTER_LEDGER_DATABASE_OWNER", ledger.owner(),
            "MATTER_LEDGER_DATABASE_OWNER_PASSWORD", ledger.ownerPassword()));

    @Test
    void is_reached_as_its_owner_and_as_the_application() {
        assertThat(ExternalPostgres.access(ledger.url(), environment)).isEqualTo(ledger);
    }

    @Test
    void is_named_with_or_without_jdbc() {
        var plain = ledger.url().substring("jdbc:".length());
        assertThat(ExternalPostgres.access(plain, environment)).isEqualTo(ledger);
        assertThat(ExternalPostgres.access(plain.replace("postgresql:", "postgres:"), environment))
                .isEqualTo(ledger);
        refused("mysql://127.0.0.1/ledger", "postgresql://host:5432/database");
    }

    @Test
    void has_one_user_for_everything_where_no_owner_is_named() {
        environment.put("MATTER_LEDGER_DATABASE_USER", ledger.owner());
        environment.put("MATTER_LEDGER_DATABASE_PASSWORD", ledger.ownerPassword());
        environment.remove("MATTER_LEDGER_DATABASE_OWNER");
        assertThat(ExternalPostgres.access(ledger.url(), environment).application())
                .isEqualTo(ledger.owner());
    }

    @Test
    void wants_users_and_passwords_from_the_environment() {
        environment.remove("MATTER_LEDGER_DATABASE_OWNER_PASSWORD");
        refused(ledger.url(), "MATTER_LEDGER_DATABASE_OWNER_PASSWORD");
        environment.remove("MATTER_LEDGER_DATABASE_USER");
        refused(ledger.url(), "MATTER_LEDGER_DATABASE_USER");
    }

    @Test
    void that_does_not_let_us_in_is_said_without_the_password() {
        environment.put("MATTER_LEDGER_DATABASE_PASSWORD", "a wrong guess");
        assertThatThrownBy(() -> ExternalPostgres.access(ledger.url(), environment))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(ledger.application())
                .message()
                .doesNotContain("guess");
    }

    private void refused(String url, String why) {
        assertThatThrownBy(() -> ExternalPostgres.access(url, environment))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(why);
    }
}
