package org.matterledger.query.mailreport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What imports showed, for other programs. */
@RestController
@Tag(name = "Mail imports")
class MailImportController {

    private final MailImportView imports;
    private final MailReportView reports;
    private final Asked asked;

    MailImportController(MailImportView imports, MailReportView reports, Asked asked) {
        this.imports = imports;
        this.reports = reports;
        this.asked = asked;
    }

    @Operation(
            summary = "The runs of imports",
            description = "The newest first. For partners, reviewers and integrations.")
    @GetMapping(path = "/mail-imports", produces = "application/json")
    ResponseEntity<Page<MailImport>> all(Reader reader, PageAsked page) {
        MailReportView.shownTo(reader);
        return page.answer(imports.newest(MailImport.before(page), page.limit() + 1), MailImport::key);
    }

    @Operation(
            summary = "What an import showed",
            description =
                    "Counts of the run, and what the streams of its matters tell of answers and silences up to its end."
                            + " Terms that are assumed are told beside what was; nothing is imported or recorded for that."
                            + " For partners, reviewers and integrations.")
    @GetMapping(path = "/mail-imports/{mailImport}", produces = "application/json")
    MailReport one(
            @PathVariable String mailImport,
            @Parameter(description = "What if the longest silence were so many local days: 1 to 365.", example = "7")
                    @RequestParam
                    Optional<String> silenceLimit,
            @Parameter(
                            description =
                                    "What if only messages before this were answered on their own working day: OPENING,"
                                            + " CLOSE or a local time.",
                            example = "15:00")
                    @RequestParam
                    Optional<String> cutOff,
            @Parameter(description = "What if this calendar of the firm held in every matter.") @RequestParam
                    Optional<String> calendar,
            Reader reader) {
        MailReportView.shownTo(reader);
        return MailReport.of(reports.of(mailImport, asked.of(silenceLimit, cutOff, calendar)));
    }
}
