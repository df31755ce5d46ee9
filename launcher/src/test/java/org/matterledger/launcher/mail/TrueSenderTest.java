package org.matterledger.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matterledger.launcher.mail.SampleMail.letter;
import static org.matterledger.launcher.mail.SampleMail.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrueSenderTest {

    private static final String VIA = "From: Ann Lee via Help <help@lists.example>";
    private static final String LIST = "List-Post: <mailto:help@lists.example>";
    private static final Address ANN = new Address("ann@client.example", "Ann Lee");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reply-To: Ann Lee <ann@client.example>",
                "Reply-To: Help <help@lists.example>, ann@client.example",
                "Cc: Cem Ak <cem@other.example>, Ann Lee <ann@client.example>",
                "X-Original-From: Ann Lee <ann@client.example>",
                "X-MailFrom: ann@client.example"
            })
    void stands_elsewhere_where_a_list_wrote_itself_into_from(String where) {
        var letter = with(VIA, LIST, where);
        assertThat(letter.from()).isEqualTo(ANN);
        assertThat(letter.postedAs()).isEqualTo(new Address("help@lists.example", "Ann Lee via Help"));
    }

    @Test
    void is_only_a_name_where_nothing_says_more() {
        var letter = with(VIA, LIST, "Cc: Cem Ak <cem@other.example>");
        assertThat(letter.from()).isEqualTo(new Address("help@lists.example", "Ann Lee"));
        assertThat(letter.remarks()).anyMatch(remark -> remark.contains("nothing names the writer's address"));
    }

    @Test
    void is_read_out_of_an_encoded_address() {
        assertThat(with("From: Ann Lee <ann=40client.example@dmarc.lists.example>")
                        .from())
                .isEqualTo(ANN);
    }

    @Test
    void is_who_says_so_where_no_list_is_in_between() {
        var letter = with("From: Ann Lee via Signing Service <sign@service.example>", "Reply-To: ann@client.example");
        assertThat(letter.from()).isEqualTo(new Address("sign@service.example", "Ann Lee via Signing Service"));
        assertThat(letter.postedAs()).isNull();
    }

    @Test
    void may_want_answers_elsewhere() {
        assertThat(with("From: " + "Ann Lee <ann@client.example>", LIST, "Reply-To: help@lists.example")
                        .from())
                .isEqualTo(ANN);
    }

    @Test
    void may_be_missing() {
        var letter = letter("To: ben@firm.example\nSubject: x\n\ny\n");
        assertThat(letter.from()).isNull();
        assertThat(letter.remarks()).contains("it names no sender in From");
    }

    @Test
    void is_read_where_it_is_written_as_it_must_not_be() {
        assertThat(with("From: \"Ann Lee\" ann@client.example>").from()).isEqualTo(ANN);
        assertThat(with("From: =?utf-8?Q?Lee=2C_Ann?= <ann@client.example>").from())
                .isEqualTo(new Address("ann@client.example", "Lee, Ann"));
        assertThat(with("To: Team: ben@firm.example, eva@firm.example;, <zoe@firm.example")
                        .to())
                .extracting(Address::address)
                .containsExactly("ben@firm.example", "eva@firm.example", "zoe@firm.example");
        assertThat(with("To: undisclosed-recipients:;").to()).isEmpty();
    }
}
