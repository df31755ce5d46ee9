package org.matterledger.query.mailreport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.matterledger.query.MailReports;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes reports for programs, for browsers and for paper. */
@Component
class ReportFiles implements MailReports {

    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final MailReportView reports;
    private final ReportSheet sheet;
    private final ReportPdf pdf;

    ReportFiles(MailReportView reports, ReportSheet sheet, ReportPdf pdf) {
        this.reports = reports;
        this.sheet = sheet;
        this.pdf = pdf;
    }

    @Override
    public byte[] of(String run, Form form) {
        var compared = reports.of(run, Assumptions.NONE);
        return switch (form) {
            case JSON -> (json.writeValueAsString(MailReport.of(compared)) + "\n").getBytes(UTF_8);
            case HTML -> sheet.of(ToldReport.of(compared)).getBytes(UTF_8);
            case PDF -> printed(compared);
        };
    }

    byte[] printed(Comparison compared) {
        var ended = compared.run().endedAt();
        Instant made = ended == null ? compared.run().startedAt() : ended;
        return pdf.of(sheet.of(ToldReport.of(compared)), made);
    }
}
