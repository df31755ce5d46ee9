package org.matterledger.launcher.mailimport;

import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.values.CalendarId;
import org.matterledger.values.ClientId;
import org.matterledger.values.MatterId;
import org.matterledger.values.PersonId;
import org.matterledger.values.StaffId;
import org.matterledger.values.ThreadId;

/** Ids by the ledger's keyed hash: a second import meets the same things, whoever exported the mail, and they say nothing. */
final class ImportIds {

    private final KeyedHash hash;

    ImportIds(KeyedHash hash) {
        this.hash = hash;
    }

    ClientId client(String key) {
        return new ClientId("client-" + hash.of("import-client", key));
    }

    PersonId person(ClientId client, String address) {
        return new PersonId("person-" + hash.of("import-person", client.value(), address));
    }

    MatterId matter(String clientKey, String matterKey) {
        return new MatterId("matter-" + hash.of("import-matter", clientKey, matterKey));
    }

    ThreadId thread(MatterId matter, String root) {
        return new ThreadId("thread-" + hash.of("import-thread", matter.value(), root));
    }

    StaffId staff(String address) {
        return new StaffId("staff-" + hash.of("import-staff", address));
    }

    CalendarId calendar(HoursFile hours) {
        return new CalendarId("calendar-"
                + hash.of("import-calendar", hours.name(), hours.calendar().toString()));
    }

    /** Of what is reported under a source: the same for whoever reports it again. */
    String fingerprint(String what, String id) {
        return hash.of("import", what, id);
    }
}
