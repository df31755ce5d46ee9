package org.matterledger.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerOptionsTest {

    @Test
    void names_a_home_as_a_shell_takes_it_for_one_word() {
        var options = new LedgerOptions();
        assertThat(options.typed("/srv/ledger-1")).isEqualTo(" --home /srv/ledger-1");
        assertThat(options.typed("/srv/O'Brien & Sons")).isEqualTo(" --home '/srv/O'\\''Brien & Sons'");
    }
}
