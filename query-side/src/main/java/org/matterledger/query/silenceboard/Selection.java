package org.matterledger.query.silenceboard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.StaffId;

/** Whose matters are asked for; nothing named means everybody's. */
record Selection(
        @Nullable StaffId responsible,
        @Nullable StaffId partner,
        @Nullable String team) {

    /** Only closed matters are left out, and in those nothing is owed. */
    boolean everybody() {
        return responsible == null && partner == null && team == null;
    }

    String condition() {
        return "m.closed_at is null"
                + (responsible == null ? "" : " and m.responsible = :responsible")
                + (partner == null ? "" : " and m.accountable_partner = :partner")
                + (team == null ? "" : " and m.responsible in (select staff_id from query.staff where team = :team)");
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        Optional.ofNullable(responsible).ifPresent(staff -> parameters.put("responsible", staff.value()));
        Optional.ofNullable(partner).ifPresent(staff -> parameters.put("partner", staff.value()));
        Optional.ofNullable(team).ifPresent(of -> parameters.put("team", of));
        return parameters;
    }
}
