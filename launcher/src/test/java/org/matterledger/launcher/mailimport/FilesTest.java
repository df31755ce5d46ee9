package org.matterledger.launcher.mailimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.mail.Address;
import org.matterledger.values.StaffRole;

/** The files that a firm hands to an import. */
class FilesTest {

    @TempDir
    Path folder;

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("given"), text.replace("|", "\n"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void colleagues_are_read_as_a_spreadsheet_writes_them() {
        var read = Colleague.read(
                file(
                        "\uFEFFAddress,Name,Roles,Team\r\nOlha@Firm.example,\"Olha \"\"O.\"\" Ivanova\",fee earner;PARTNER,\"A, B\"\r\n\r\n"));
        assertThat(read)
                .containsExactly(new Colleague(
                        "olha@firm.example",
                        "Olha \"O.\" Ivanova",
                        Set.of(StaffRole.FEE_EARNER, StaffRole.PARTNER),
                        "A, B"));
    }

    @Test
    void semicolons_part_values_where_the_first_line_has_them() {
        var read = Colleague.read(
                file("\uFEFFaddress;name;roles;team\r\nolha@firm.example;Ivanova, Olha;\"fee earner;partner\";\r\n"));
        assertThat(read)
                .containsExactly(new Colleague(
                        "olha@firm.example", "Ivanova, Olha", Set.of(StaffRole.FEE_EARNER, StaffRole.PARTNER), null));
    }

    @Test
    void whose_roles_nobody_says_is_a_fee_earner() {
        assertThat(Colleague.read(file("address,name,roles,team|a@firm.example,A")))
                .singleElement()
                .satisfies(one -> assertThat(one.roles()).containsExactly(StaffRole.FEE_EARNER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    '';                                                                    line 1
                    name,address|x,y;                                                      line 1
                    address,name,roles,team|olha,Olha,,;                                   line 2
                    address,name,roles,team|Olha <o@f.example>,Olha,,;                     line 2
                    address,name,roles,team|o@f.example,Olha,BOSS,;                        line 2
                    address,name,roles,team|o@f.example,,,;                                line 2
                    address,name,roles,team|a@f.example,A,,|a@f.example,B,,;               line 3
                    address,name,roles,team|a@f.example,"A,,;                              line 2
                    address,name,roles,team|a@f.example,A,PARTNER,Team,more;               line 2
                    address,name,roles,team|a@f.example,"A|a",,|b,B,,;                     line 4
                    """)
    void a_bad_list_of_colleagues_says_where(String text, String where) {
        assertThatThrownBy(() -> Colleague.read(file(text)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(where);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    address,client,matter|mill,Mill,Supply;                line 2
                    address,client,matter|"a@mill.example, b@x.example",M,S;   line 2
                    address,client,matter|a@mill.example,Mill,;            line 2
                    address,client,matter|a@mill.example,,Supply;          line 2
                    address,client,matter|a@mill.example,,matter-#;        line 2
                    """)
    void a_bad_map_says_where(String text, String where) {
        assertThatThrownBy(() -> Mapping.read(file(text)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(where);
    }

    @Test
    void a_star_before_a_domain_means_all_of_it_and_elsewhere_nothing() {
        var read = Mapping.read(file("address,client,matter|*@Mill.example,Mill,Supply|*.port.example,Port,Lease"));
        assertThat(read).extracting(Mapping::address).containsExactly("mill.example", "port.example");
        assertThat(Firm.of(List.of("*@firm.example", "*.office.example"), List.of())
                        .domains())
                .containsExactlyInAnyOrder("firm.example", "office.example");
        assertThatThrownBy(() -> Mapping.read(file("address,client,matter|m*@mill.example,Mill,Supply")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Firm.of(List.of(), List.of("*@firm.example"))).isInstanceOf(CannotRun.class);
    }

    @Test
    void whoever_is_listed_as_a_colleague_writes_for_the_firm_from_any_address() {
        var list = file("address,name,roles,team|Petro@Home.example,Petro,partner,");
        var firm = ImportTerms.of(List.of("firm.example"), List.of(), list, MatterBy.CLIENT, null, null, null)
                .firm();
        assertThat(firm.includes(new Address("petro@home.example", null))).isTrue();
        assertThat(firm.includes(new Address("anna@home.example", null))).isFalse();
    }

    @Test
    void a_file_that_is_not_there_or_not_in_utf_8_is_said_so() throws IOException {
        assertThatThrownBy(() -> Mapping.read(folder.resolve("none"))).isInstanceOf(CannotRun.class);
        Files.write(
                folder.resolve("latin"),
                "address,client,matter\na@b.example,Mühle,x".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Mapping.read(folder.resolve("latin")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void hours_are_read_in_the_form_of_the_api() {
        var hours = HoursFile.read(file("""
                \uFEFF{"name": "Warsaw", "zone": "Europe/Warsaw", "exceptions": {"2024-11-11": []},
                 "week": {"MONDAY": [{"opens": "09:00", "closes": "17:00"}]}}"""));
        assertThat(hours.calendar().isOpen(java.time.LocalDate.parse("2024-11-11")))
                .isFalse();
        assertThat(hours.calendar().isOpen(java.time.LocalDate.parse("2024-11-18")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {"name": "x"};                                                       zone
                    null;                                                                zone
                    |{"name" "x"};                                                       line 2
                    {"name": "x", "zone": "Europe/Warsaw", "week": {}};                  open at some time
                    |{"name": "x", "zone": "Nowhere/City"};                              line 2
                    {"name": "x", "zone": "Europe/Warsaw", "days": []};                  line 1
                    """)
    void a_bad_calendar_says_what_is_wrong(String text, String what) {
        assertThatThrownBy(() -> HoursFile.read(file(text)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.com, acme.com",
        "mail.acme.com, acme.com",
        "a.b.acme.co.uk, acme.co.uk",
        "acme.co.uk, acme.co.uk",
        "co.uk, co.uk",
        "dept.uni.ac.jp, uni.ac.jp",
        "mail.acme.de, acme.de"
    })
    void an_organisation_is_known_by_the_domain_that_it_registered(String domain, String organisation) {
        assertThat(MailDomains.organisation(domain)).isEqualTo(organisation);
    }
}
