package org.matterledger.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One duty of the firm in a matter. The id follows from what armed it, so that the same facts always name the same duty,
 * however often and in whatever order they are reckoned.
 */
public record ObligationId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("obligation-[0-9a-z-]{1,64}-[0-9]{1,18}-[a-z-]{1,40}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ObligationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "“%.80s” is not the id of an obligation", value));
        }
    }

    /** The duty of a kind that an entry armed; of one kind an entry arms one, and one more that has a name. */
    public static ObligationId of(EntryId basis, ObligationKind kind) {
        var tail = Identifiers.tail("entry", basis.value());
        return new ObligationId("obligation-" + tail + "-"
                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** @param name what sets it apart from another duty of the same kind that the same entry armed */
    public static ObligationId of(EntryId basis, ObligationKind kind, String name) {
        return new ObligationId(of(basis, kind).value() + "-" + name);
    }

    @Override
    public String toString() {
        return value;
    }
}
