package org.matterledger.query.mailreport;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Prints a sheet. It takes its letters from the program itself and reads nothing else: whatever a sheet names, no file is
 * opened and nobody on the network is asked.
 */
@Component
class ReportPdf {

    private static final Logger LOG = LoggerFactory.getLogger(ReportPdf.class);

    ReportPdf() {
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new OwnLetters());
    }

    /**
     * The same sheet gives the same bytes: an archival PDF (PDF/A-2u), in which every letter is embedded.
     *
     * @param sheet well-formed XHTML
     * @param made the instant that the document names as its own
     */
    byte[] of(String sheet, Instant made) {
        var printed = new ByteArrayOutputStream();
        try (var document = new Dated(made);
                var renderer = printing(sheet).usePDDocument(document).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            document.getDocumentCatalog().setLanguage("en");
            document.setDocumentId(made.toEpochMilli());
            document.save(printed);
        } catch (IOException e) {
            throw new UncheckedIOException("The report can't be printed", e);
        }
        return printed.toByteArray();
    }

    /** Names an instant of ours as its own, where the library would name that of printing. */
    private static final class Dated extends PDDocument {

        private final GregorianCalendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);

        Dated(Instant made) {
            date.setTimeInMillis(made.toEpochMilli());
        }

        @Override
        public void setDocumentInformation(PDDocumentInformation about) {
            about.setCreationDate(date);
            about.setModificationDate(date);
            super.setDocumentInformation(about);
        }
    }

    private static PdfRendererBuilder printing(String sheet) {
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.withProducer("Matter Ledger");
        builder.withDiagnosticConsumer(said -> LOG.debug("Printing: {}", said.getFormattedMessage()));
        builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useProtocolsStreamImplementation(Letters::new, "font");
        builder.useUriResolver((base, uri) -> OwnLetters.named(uri) ? uri : null);
        for (var when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> OwnLetters.named(uri), when);
        }
        builder.withHtmlContent(sheet, null);
        return builder;
    }

    private record Letters(String uri) implements FSStream {

        @Override
        public InputStream getStream() {
            return OwnLetters.at(uri)
                    .orElseThrow(() -> new IllegalArgumentException("A sheet may name only the program's own letters"));
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.ISO_8859_1);
        }
    }
}
