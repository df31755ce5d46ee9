package org.matterledger.launcher.database;

/**
 * How to reach the ledger's database.
 *
 * @param url JDBC URL without user and password
 * @param owner role that owns the schemas and runs migrations; nothing else uses it
 * @param application role that the running ledger uses: it may append, and may not change what was appended
 */
public record DatabaseAccess(
        String url, String owner, String ownerPassword, String application, String applicationPassword) {

    @Override
    public String toString() {
        return url + " as " + application;
    }
}
