package org.matterledger.query.mailreport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paper that needs nobody: letters of its own, no network, no files. */
class ReportPdfTest {

    private static final Instant MADE = Instant.parse("2026-03-20T15:00:00Z");

    private static String sheet(String head, String body) {
        return "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title><style>"
                + "@font-face { font-family: \"Liberation Sans\"; src: url(\"font:LiberationSans-Regular.ttf\"); }"
                + " body { font-family: \"Liberation Sans\"; }</style>" + head + "</head><body>" + body
                + "</body></html>";
    }

    private static PDDocument printed(String sheet) throws IOException {
        return Loader.loadPDF(new ReportPdf().of(sheet, MADE));
    }

    @Test
    void nobody_on_the_network_is_asked_whatever_a_sheet_names() throws Exception {
        var asked = new AtomicInteger();
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var listening = Thread.ofVirtual().start(() -> count(server, asked));
            var there = "http://127.0.0.1:" + server.getLocalPort() + "/";
            var sheet = sheet(
                    "<link rel=\"stylesheet\" href=\"" + there + "a.css\"/><style>@import url(\"" + there + "b.css\");"
                            + " @font-face { font-family: F; src: url(\"" + there + "f.ttf\"); }"
                            + " p { font-family: F, \"Liberation Sans\"; background-image: url(\"" + there
                            + "c.png\"); }</style>",
                    "<p>Still printed</p><img src=\"" + there + "d.png\"/><object data=\"" + there + "e.svg\"></object>"
                            + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                            + " width=\"10\" height=\"10\"><image xlink:href=\"" + there
                            + "g.png\" width=\"9\" height=\"9\"/><use xlink:href=\"" + there + "h.svg#a\"/></svg>");
            try (var document = printed(sheet)) {
                assertThat(new PDFTextStripper().getText(document)).contains("Still printed");
            }
            server.close();
            listening.join();
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void no_file_is_opened(@TempDir Path folder) throws IOException {
        var picture = folder.resolve("secret.png");
        ImageIO.write(new BufferedImage(5, 5, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        try (var document = printed(sheet("", "<p>Words</p><img src=\"" + picture.toUri() + "\"/>"))) {
            var pictures = new ArrayList<String>();
            for (var page : document.getPages()) {
                page.getResources().getXObjectNames().forEach(name -> pictures.add(name.getName()));
            }
            assertThat(pictures).isEmpty();
        }
    }

    @Test
    void every_letter_is_embedded_latin_polish_and_cyrillic_alike() throws IOException {
        var words = "Grüße, zażółć gęślą jaźń, Жду ответа, Їжак, ● ○ –";
        try (var document = printed(sheet("", "<p>" + words + "</p>"))) {
            assertThat(new PDFTextStripper().getText(document)).contains(words);
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("LiberationSans");
                }
            }
        }
    }

    private static void count(ServerSocket server, AtomicInteger asked) {
        while (true) {
            try (var caller = server.accept()) {
                asked.incrementAndGet();
                caller.getOutputStream()
                        .write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                asked.incrementAndGet();
            }
        }
    }
}
