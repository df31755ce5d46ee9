package org.matterledger.launcher.mailimport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.values.StaffRole;

/**
 * Who is who at the firm, as a file says. Lines with the same name are one person with several addresses.
 *
 * @param address in lower case
 * @param team absent where nothing is said
 */
record Colleague(
        String address,
        String name,
        Set<StaffRole> roles,
        @Nullable String team) {

    Colleague {
        roles = Set.copyOf(roles);
    }

    /** @throws CannotRun for a file that can't be read so; the message names the line */
    static List<Colleague> read(Path file) {
        var read = new ArrayList<Colleague>();
        var known = new HashSet<String>();
        for (var line : Csv.read(file, "address", "name", "roles", "team")) {
            var where = file + ", line " + line.number() + ": ";
            var address = Firm.lower(line.value(0));
            if (!Firm.address(address)) {
                throw new CannotRun(where + "“" + line.value(0) + "” is no address");
            }
            if (line.value(1).isEmpty()) {
                throw new CannotRun(where + "a colleague has a name");
            }
            if (!known.add(address)) {
                throw new CannotRun(where + address + " stands in the file twice");
            }
            var team = line.value(3).isEmpty() ? null : line.value(3);
            read.add(new Colleague(address, line.value(1), roles(where, line.value(2)), team));
        }
        return read;
    }

    private static Set<StaffRole> roles(String where, String told) {
        var roles = EnumSet.noneOf(StaffRole.class);
        for (var word : told.split("[;,|+/]")) {
            var name = word.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
            if (name.isEmpty()) {
                continue;
            }
            try {
                roles.add(StaffRole.valueOf(name));
            } catch (IllegalArgumentException e) {
                throw new CannotRun(
                        where + "“" + word.strip() + "” is no role; there are " + List.of(StaffRole.values()), e);
            }
        }
        return roles.isEmpty() ? Set.of(StaffRole.FEE_EARNER) : roles;
    }
}
