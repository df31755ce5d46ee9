package org.matterledger.launcher;

import java.util.List;
import org.matterledger.command.SagaType;
import org.matterledger.command.WorkList;
import org.matterledger.launcher.database.DatabaseAccess;
import org.matterledger.launcher.home.Secrets;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.time.SystemLedgerClock;
import org.matterledger.query.Calendars;
import org.matterledger.query.Projection;
import org.matterledger.query.StoredJson;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;

/**
 * The ledger without its web server and its views, for one command of whoever runs it: one more node beside those that
 * serve, if any do.
 */
public final class LedgerConsole implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private LedgerConsole(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * What the commands need: the store, the vault, the accounts, the command side's features, the import of mail, and its
     * report, which needs no view. Not a component: the server would find it, and with it the side that it leaves out.
     */
    @ComponentScan({
        "org.matterledger.command",
        "org.matterledger.launcher.store",
        "org.matterledger.launcher.vault",
        "org.matterledger.launcher.access"
    })
    @ComponentScan(
            basePackages = "org.matterledger.query.mailreport",
            excludeFilters = @ComponentScan.Filter(Controller.class))
    @ComponentScan(
            basePackages = "org.matterledger.launcher.mailimport",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(Configuration.class))
    @Import({StoredJson.class, Calendars.class})
    static class Parts {}

    /** Opens it on a migrated database. */
    public static LedgerConsole open(RecordPlace record, DatabaseAccess database, Secrets secrets) {
        return open(record, database, secrets, new SystemLedgerClock());
    }

    /** The same, at another time than the system's. */
    public static LedgerConsole open(RecordPlace record, DatabaseAccess database, Secrets secrets, LedgerClock clock) {
        var application = LedgerContext.application(Parts.class, database, secrets, "command", "console");
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("ledgerClock", clock);
            context.addBeanFactoryPostProcessor(LedgerConsole::withoutFollowers);
        });
        try {
            return new LedgerConsole(application.run(record.properties()));
        } catch (RuntimeException e) {
            throw LedgerContext.explained(e);
        }
    }

    /** A node that lives for a second must not take over what follows the events: that is the servers' work. */
    private static void withoutFollowers(ConfigurableListableBeanFactory beans) {
        for (var follower : List.of(Projection.class, WorkList.class, SagaType.class)) {
            for (var bean : beans.getBeanNamesForType(follower, true, false)) {
                ((BeanDefinitionRegistry) beans).removeBeanDefinition(bean);
            }
        }
    }

    /** A bean of the ledger. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
