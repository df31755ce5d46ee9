package org.matterledger.launcher;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Leaves out what a side that this process doesn't run would answer or follow: on a node of the query side the command
 * side's controllers, on a node of the command side every view. Asked by Boot for every class that it scans.
 */
final class RoleFilter extends TypeExcludeFilter {

    private final ServerSettings.Role role;

    RoleFilter(ServerSettings.Role role) {
        this.role = role;
    }

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
        var name = reader.getClassMetadata().getClassName();
        return switch (role) {
            case ALL -> false;
            case COMMAND -> name.startsWith("org.matterledger.query.");
            case QUERY -> name.startsWith("org.matterledger.command.") && name.endsWith("Controller");
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoleFilter known && known.role == role;
    }

    @Override
    public int hashCode() {
        return role.hashCode();
    }
}
