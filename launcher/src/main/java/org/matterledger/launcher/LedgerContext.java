package org.matterledger.launcher;

import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.home.CannotRun;
import org.matterledger.launcher.home.Secrets;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;

/** How every Spring context of ours begins: quietly, ended by us alone, with the database and the secrets in it. */
final class LedgerContext {

    private LedgerContext() {}

    static SpringApplication application(
            Class<?> source, DatabaseAccess database, Secrets secrets, String... profiles) {
        var application = new SpringApplication(source);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setAdditionalProfiles(profiles);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("databaseAccess", database);
            context.getBeanFactory().registerSingleton("secrets", secrets);
        });
        return application;
    }

    /** The refusal that stands behind a failure to start, or the failure itself. */
    static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotRun known) {
                return known;
            }
        }
        return failure;
    }
}
