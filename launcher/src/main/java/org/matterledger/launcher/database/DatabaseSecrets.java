package org.matterledger.launcher.database;

import org.matterledger.launcher.home.Secrets;

/** The passwords of the embedded PostgreSQL's three roles. Never printed. */
record DatabaseSecrets(String superuser, String owner, String application) {

    static DatabaseSecrets in(Secrets secrets) {
        return new DatabaseSecrets(
                secrets.password("postgres-superuser"),
                secrets.password("postgres-owner"),
                secrets.password("postgres-application"));
    }

    @Override
    public String toString() {
        return "the embedded PostgreSQL's passwords";
    }
}
