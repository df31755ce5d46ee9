package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** SHA-256 of a message's content, in lower-case hexadecimal. The content itself is never stored. */
public record ContentDigest(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContentDigest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A content digest is SHA-256 in 64 lower-case hexadecimal digits");
        }
    }
}
