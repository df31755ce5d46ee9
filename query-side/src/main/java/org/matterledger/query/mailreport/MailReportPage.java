package org.matterledger.query.mailreport;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.PageAsked;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** “Did we keep clients waiting?”, for people: what an import showed, on a page and on paper. */
@Controller
class MailReportPage {

    private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK);

    private final MailImportView imports;
    private final MailReportView reports;
    private final ReportFiles files;
    private final Asked asked;

    MailReportPage(MailImportView imports, MailReportView reports, ReportFiles files, Asked asked) {
        this.imports = imports;
        this.reports = reports;
        this.files = files;
        this.asked = asked;
    }

    /** A row of the list of runs. */
    record Line(MailImport run, String started) {

        /** A run to which each look adds, and that never ends. */
        public boolean watched() {
            return run.watched();
        }
    }

    @GetMapping(path = "/desk/mail-imports", produces = "text/html")
    ModelAndView all(Reader reader, PageAsked page) {
        MailReportView.shownTo(reader);
        var runs = page.page(imports.newest(MailImport.before(page), page.limit() + 1), MailImport::key);
        return new ModelAndView(
                "desk/mail-imports",
                Map.of(
                        "runs",
                        runs.items().stream()
                                .map(run -> new Line(
                                        run, STARTED.format(run.startedAt().atOffset(ZoneOffset.UTC))))
                                .toList(),
                        "next",
                        runs.next() == null ? "" : runs.next()));
    }

    @GetMapping(path = "/desk/mail-imports/{mailImport}", produces = "text/html")
    ModelAndView one(
            @PathVariable String mailImport,
            @RequestParam Optional<String> silenceLimit,
            @RequestParam Optional<String> cutOff,
            @RequestParam Optional<String> calendar,
            Reader reader) {
        MailReportView.shownTo(reader);
        var assumptions = asked.of(silenceLimit, cutOff, calendar);
        var model = new HashMap<String, Object>();
        model.put("told", ToldReport.of(reports.of(mailImport, assumptions)));
        model.put("calendars", asked.choices());
        model.put("silenceLimit", silenceLimit.orElse(""));
        model.put("cutOff", cutOff.orElse(""));
        model.put("calendar", calendar.orElse(""));
        model.put("query", query(assumptions));
        return new ModelAndView("desk/mail-report", model);
    }

    @GetMapping(path = "/desk/mail-imports/{mailImport}/report.pdf", produces = "application/pdf")
    ResponseEntity<byte[]> onPaper(
            @PathVariable String mailImport,
            @RequestParam Optional<String> silenceLimit,
            @RequestParam Optional<String> cutOff,
            @RequestParam Optional<String> calendar,
            Reader reader) {
        MailReportView.shownTo(reader);
        var compared = reports.of(mailImport, asked.of(silenceLimit, cutOff, calendar));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .headers(headers -> headers.setContentDisposition(ContentDisposition.inline()
                        .filename(compared.run().id() + ".pdf")
                        .build()))
                .body(files.printed(compared));
    }

    /** What is assumed, as the end of a link. */
    private static String query(Assumptions assumed) {
        return UriComponentsBuilder.newInstance()
                .queryParamIfPresent("silenceLimit", Optional.ofNullable(assumed.silenceLimit()))
                .queryParamIfPresent(
                        "cutOff", Optional.ofNullable(assumed.cutOff()).map(cutOff -> cutOff.text()))
                .queryParamIfPresent("calendar", Optional.ofNullable(assumed.calendarId()))
                .encode()
                .build()
                .toUriString();
    }
}
