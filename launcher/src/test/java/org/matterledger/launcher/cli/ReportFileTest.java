package org.matterledger.launcher.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matterledger.launcher.home.CannotRun;

/** Where a report may be written: known before the first letter is read. */
class ReportFileTest {

    @TempDir
    Path folder;

    @Test
    void is_written_in_the_form_that_its_name_asks_for() throws Exception {
        for (var name : new String[] {"report.json", "report.HTML", "report.pdf"}) {
            var file = folder.resolve(name);
            ReportFile.of(file).write((run, form) -> (run + " as " + form).getBytes(UTF_8), "import-1");
            assertThat(file)
                    .hasContent(
                            "import-1 as " + name.substring("report.".length()).toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void of_a_run_that_imported_nothing_is_none() {
        ReportFile.of(folder.resolve("report.json")).write((run, form) -> new byte[0], null);
        assertThat(Files.exists(folder.resolve("report.json"))).isFalse();
    }

    @Test
    void can_have_no_other_name_and_no_folder_that_is_not_there() {
        assertThatThrownBy(() -> ReportFile.of(folder.resolve("report.docx")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(".json, .html or .pdf");
        assertThatThrownBy(() -> ReportFile.of(folder.resolve("nowhere/report.json")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("there is no such folder");
    }
}
