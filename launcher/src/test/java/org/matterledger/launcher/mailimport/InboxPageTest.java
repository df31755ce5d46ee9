package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboxPageTest {

    @Test
    void says_of_a_letter_without_recipients_no_ill_of_its_sender() {
        assertThat(InboxPage.why(Planning.RECIPIENT_UNKNOWN)).isEqualTo("does not say to whom it went");
        assertThat(InboxPage.why(Planning.SENDER_UNKNOWN)).isEqualTo("no address says who wrote it");
        assertThat(InboxPage.why(Planning.SEVERAL_MATTERS)).isEqualTo("may belong to several matters");
    }
}
