package org.matterledger.query.mailreport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The letters that come with the program, Liberation Sans: Latin, Polish and Cyrillic ones are equally good. Whatever else
 * is asked for is answered with them, so that paper looks the same everywhere and no machine is searched for fonts.
 */
final class OwnLetters implements FontMapper {

    private static final Pattern NAME = Pattern.compile("font:(LiberationSans-(?:Regular|Bold)\\.ttf)");
    private static final String FOLDER = "liberation/";

    private final TrueTypeFont regular;

    OwnLetters() {
        try (var file = open("LiberationSans-Regular.ttf")) {
            regular = new TTFParser().parse(new RandomAccessReadBuffer(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The letters that come with the program can't be read", e);
        }
    }

    /** Whether an address names letters of the program's own. */
    static boolean named(String uri) {
        return NAME.matcher(uri).matches();
    }

    /** Letters by their address; nothing for any other. */
    static Optional<InputStream> at(String uri) {
        var name = NAME.matcher(uri);
        return name.matches() ? Optional.of(open(name.group(1))) : Optional.empty();
    }

    private static InputStream open(String name) {
        try {
            return new ClassPathResource(FOLDER + name).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("The letters that come with the program can't be read", e);
        }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(regular, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(regular, false);
    }

    @Override
    @SuppressWarnings("NullAway") // none of the three is an OpenType font, and the library takes that for none
    public CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
        return new CIDFontMapping(null, regular, true);
    }
}
