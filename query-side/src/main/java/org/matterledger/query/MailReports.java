package org.matterledger.query;

import java.util.Locale;
import java.util.stream.Stream;

/** The report at the end of an import, as a file: for the command line. */
public interface MailReports {

    /** The forms that a report can have; each is the ending of the file's name. */
    enum Form {
        JSON,
        HTML,
        PDF;

        /**
         * The form that a file's name asks for.
         *
         * @throws IllegalArgumentException where it asks for none of them
         */
        public static Form of(String fileName) {
            return Stream.of(values())
                    .filter(form -> fileName.toLowerCase(Locale.ROOT)
                            .endsWith("." + form.name().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "A report is a file whose name ends in .json, .html or .pdf, not " + fileName));
        }
    }

    /**
     * The report of a run, complete in itself: it needs no other file and no network to be read.
     *
     * @throws org.matterledger.query.rest.Unknown where there was no such run
     */
    byte[] of(String run, Form form);
}
