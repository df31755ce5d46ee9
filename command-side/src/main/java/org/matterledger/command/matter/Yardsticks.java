package org.matterledger.command.matter;

import org.matterledger.values.CalendarId;
import org.matterledger.values.PolicyPack;
import org.matterledger.values.WorkCalendar;

/** The versions of calendars and policies that a matter's terms name. */
interface Yardsticks {

    /** A version of a calendar that the matter adopted. */
    WorkCalendar calendar(CalendarId calendar, int version);

    /** A version of the policy that the matter adopted. */
    PolicyPack policy(int version);

    /** The same policies by one calendar, whichever is asked for. */
    default Yardsticks by(WorkCalendar assumed) {
        var policies = this;
        return new Yardsticks() {
            @Override
            public WorkCalendar calendar(CalendarId calendar, int version) {
                return assumed;
            }

            @Override
            public PolicyPack policy(int version) {
                return policies.policy(version);
            }
        };
    }
}
