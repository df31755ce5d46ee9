package org.matterledger.launcher.mailimport;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.matterledger.launcher.mail.Address;
import org.matterledger.values.CalendarId;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/**
 * Who answers for imported matters, and by which hours.
 *
 * @param busiest who writes most for the firm
 * @param assumed what nobody said, in a sentence each
 */
record House(CalendarId calendar, StaffId partner, Address busiest, List<String> assumed) {

    /** Where nobody names the firm's zone either. */
    private static final HoursFile USUAL = HoursFile.usual(ZoneId.of("Etc/UTC"));

    House {
        assumed = List.copyOf(assumed);
    }

    static House of(LedgerParts ledger, ImportTerms terms, Plan plan, Staffing staffing, KnownStaff known) {
        var assumed = new ArrayList<String>();
        var busiest = staffing.mostBusy(plan.matters()).orElseGet(() -> somebody(terms.firm(), plan));
        var partners = known.partner();
        var partner = staffing.partner(partners, busiest);
        if (partners.isEmpty()
                && terms.colleagues().stream().noneMatch(one -> one.roles().contains(StaffRole.PARTNER))) {
            assumed.add("accountable partner: who writes most; name the partners with --colleagues FILE");
        }
        return new House(calendar(ledger, terms, known, assumed), partner, busiest, assumed);
    }

    /** Where nobody of the firm wrote at all. */
    private static Address somebody(Firm firm, Plan plan) {
        return plan.matters().stream()
                .flatMap(matter -> matter.letters().stream())
                .flatMap(told -> told.letter().to().stream())
                .filter(firm::includes)
                .findFirst()
                .orElseGet(() -> new Address(firm.anyAddress(), null));
    }

    /** The hours of the file, else the firm's own where it has published just one calendar, else usual ones. */
    private static CalendarId calendar(LedgerParts ledger, ImportTerms terms, KnownStaff known, List<String> assumed) {
        var usual = ledger.ids().calendar(USUAL);
        var given = terms.hours();
        if (given == null) {
            var firms = known.onlyCalendar(usual);
            if (firms.isPresent()) {
                return firms.get();
            }
            assumed.add("hours: " + USUAL.name() + ", " + USUAL.zone() + "; name the firm's with --calendar FILE");
        }
        var hours = given == null ? USUAL : given;
        var id = ledger.ids().calendar(hours);
        ledger.calendars().publish(Callers.now(), id, hours.name(), hours.calendar());
        return id;
    }
}
