package org.matterledger.launcher.access;

import java.io.Serializable;
import java.util.Set;
import java.util.stream.Collectors;
import org.matterledger.values.StaffId;

/**
 * In whose name an integration may act.
 *
 * @param anybody whether in the name of every staff member
 * @param staff otherwise in whose
 */
public record OnBehalf(boolean anybody, Set<String> staff) implements Serializable {

    public static final OnBehalf NOBODY = new OnBehalf(false, Set.of());
    public static final OnBehalf ANYBODY = new OnBehalf(true, Set.of());

    private static final String ANY = "*";

    public OnBehalf {
        staff = Set.copyOf(staff);
    }

    public static OnBehalf of(Set<StaffId> staff) {
        return new OnBehalf(false, staff.stream().map(StaffId::value).collect(Collectors.toSet()));
    }

    boolean allows(StaffId member) {
        return anybody || staff.contains(member.value());
    }

    String[] stored() {
        return anybody ? new String[] {ANY} : staff.stream().sorted().toArray(String[]::new);
    }

    static OnBehalf stored(String[] values) {
        return values.length == 1 && ANY.equals(values[0]) ? ANYBODY : new OnBehalf(false, Set.of(values));
    }
}
