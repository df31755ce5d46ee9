package org.matterledger.launcher.mailimport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.mail.Address;
import org.matterledger.values.MatterId;

/**
 * Where the letters of an address belong, as the firm itself says.
 *
 * @param address one address, or a whole domain, in lower case
 * @param client its name; empty where the matter is one that the ledger has
 * @param matter its title, or the id of one that the ledger has
 */
record Mapping(String address, String client, String matter) {

    private static final String ID = "matter-";

    boolean covers(Address outside) {
        return address.contains("@")
                ? outside.address().equals(address)
                : outside.domain().equals(address) || outside.domain().endsWith("." + address);
    }

    /** Whether the ledger has the matter already. */
    boolean ofTheLedger() {
        return matter.startsWith(ID);
    }

    /** @throws CannotRun for a file that can't be read so; the message names the line */
    static List<Mapping> read(Path file) {
        var read = new ArrayList<Mapping>();
        for (var line : Csv.read(file, "address", "client", "matter")) {
            var where = file + ", line " + line.number() + ": ";
            var mapping = new Mapping(Firm.withoutAnybody(Firm.lower(line.value(0))), line.value(1), line.value(2));
            if (!Firm.address(mapping.address()) && !Firm.domain(mapping.address())) {
                throw new CannotRun(where + "“" + line.value(0) + "” is neither an address nor a domain");
            }
            if (mapping.matter().isEmpty()) {
                throw new CannotRun(where + "no matter is named");
            }
            if (mapping.ofTheLedger()) {
                checkId(where, mapping.matter());
            } else if (mapping.client().isEmpty()) {
                throw new CannotRun(where + "no client is named");
            }
            read.add(mapping);
        }
        return read;
    }

    private static void checkId(String where, String id) {
        try {
            new MatterId(id);
        } catch (IllegalArgumentException e) {
            throw new CannotRun(where + "“" + id + "” is not the id of a matter", e);
        }
    }
}
