package org.matterledger.launcher.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matterledger.values.StaffId;
import org.matterledger.values.StaffRole;

/**
 * Who acts in a request, and in whose name.
 *
 * @param actor {@code staff:<id>} or {@code integration:<name>}: what the events will say
 * @param staff the staff member who acts, or in whose name an integration acts; none when it speaks for itself
 * @param roles the present roles of that staff member; none for an integration that speaks for itself
 */
public record Identity(String actor, @Nullable StaffId staff, Set<StaffRole> roles) {}
