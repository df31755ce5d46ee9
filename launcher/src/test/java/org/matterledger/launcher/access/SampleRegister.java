package org.matterledger.launcher.access;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/** Remembers who was registered; roles are changed and people leave as a test wants it. */
final class SampleRegister implements StaffRegister {

    private final ConcurrentMap<StaffId, Set<StaffRole>> roles = new ConcurrentHashMap<>();

    @Override
    public void register(StaffId staffId, String name, Set<StaffRole> first) {
        roles.putIfAbsent(staffId, first);
    }

    @Override
    public Set<StaffRole> rolesOf(StaffId staffId) {
        return roles.getOrDefault(staffId, Set.of());
    }

    void change(StaffId staffId, Set<StaffRole> others) {
        roles.put(staffId, others);
    }

    void leave(StaffId staffId) {
        roles.remove(staffId);
    }
}
