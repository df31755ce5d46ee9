package org.matterledger.launcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matterledger.launcher.home.CannotRun;

class AxonServerAwayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Nested
    class Without_a_server {

        @Test
        void it_says_in_one_line_that_nobody_listens() throws IOException {
            int port;
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            refused("127.0.0.1:" + port, "no Axon Server answers at 127.0.0.1:" + port + " within 1 s: ");
        }

        @Test
        void it_does_not_wait_for_ever_for_one_that_is_mute() throws IOException {
            try (var mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                refused("127.0.0.1:" + mute.getLocalPort(), "no Axon Server answers at 127.0.0.1:");
            }
        }

        @Test
        void it_says_that_the_name_is_unknown() {
            refused(
                    "nowhere.invalid:8124",
                    "there is no Axon Server at nowhere.invalid:8124: the name does not resolve");
        }

        private static void refused(String address, String line) {
            assertThatThrownBy(() -> AxonServerProbe.require(AxonServerAddress.parse(address), "default", PATIENCE))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageStartingWith(line)
                    .message()
                    .hasLineCount(1);
        }
    }

    @Nested
    class An_address {

        @Test
        void is_a_host_and_a_port() {
            assertThat(AxonServerAddress.parse("127.0.0.1:8124")).isEqualTo(new AxonServerAddress("127.0.0.1", 8124));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "host", "host:", ":8124", "host:0", "host:65536", "host:eight", "host:8124x"})
        void of_another_form_is_refused(String text) {
            assertThatThrownBy(() -> AxonServerAddress.parse(text))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("HOST:PORT");
        }
    }
}
