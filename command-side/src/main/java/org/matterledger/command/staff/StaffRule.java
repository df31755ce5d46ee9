package org.matterledger.command.staff;

import java.util.List;
import org.matterledger.command.Rule;

/** What the firm demands of its own people's record. */
enum StaffRule implements Rule {
    STAFF_MEMBER_REGISTERED_ONCE("A staff member is registered once; whoever has other particulars is someone else."),
    STAFF_MEMBER_HAS_A_ROLE("Who works at the firm has at least one role there.", "R004-02"),
    WHO_LEFT_GETS_NO_ROLES("Who has left the firm is given no other roles.", "R004-02");

    private final String text;
    private final List<String> sources;

    StaffRule(String text, String... sources) {
        this.text = text;
        this.sources = List.of(sources);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public List<String> sources() {
        return sources;
    }
}
