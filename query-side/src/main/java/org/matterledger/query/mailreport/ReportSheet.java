package org.matterledger.query.mailreport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Sets a report as one page that needs nothing else: the same parts and pictures as on the desk, without its
 * links. Where no pages are served it can be set too.
 */
@Component
class ReportSheet {

    private static final String STYLE = "templates/mail-report-print.css";

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final String style;

    ReportSheet() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(UTF_8.name());
        templates.setTemplateResolver(resolver);
        try {
            this.style = new ClassPathResource(STYLE).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's own " + STYLE + " can't be read", e);
        }
    }

    /** Well-formed XHTML. */
    String of(ToldReport told) {
        return templates.process("mail-report-print", new Context(Locale.UK, Map.of("told", told, "style", style)));
    }
}
