package org.matterledger.launcher.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import org.matterledger.launcher.database.DatabaseAccess;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The application's connections to its database. One data source with two pools behind it: processors in their
 * transactions have one, readers the other, so that neither starves the other, and yet a projection's SQL always joins
 * the transaction of its token.
 */
final class LedgerDataSource extends AbstractDataSource implements AutoCloseable, ConnectionSource {

    private static final int PROCESSORS = 12;
    private static final int READERS = 16;
    private static final int PATIENCE_SECONDS = 30;

    /**
     * A node that freezes in mid-batch holds rows; the server ends its transaction after ten seconds. What processors commit
     * does not wait for the disk: see {@link ProcessingTransactionManager}.
     */
    private static final String PROCESSING = "-c idle_in_transaction_session_timeout=10s -c synchronous_commit=off";

    private final DatabaseAccess access;
    private final String node = "ledger-" + HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    private final HikariDataSource processors;
    private final HikariDataSource readers;
    private final ThreadLocal<Boolean> processing = ThreadLocal.withInitial(() -> false);

    LedgerDataSource(DatabaseAccess access) {
        this.access = access;
        var processing = pool("processors", PROCESSORS);
        processing.addDataSourceProperty("options", PROCESSING);
        this.processors = new HikariDataSource(processing);
        this.readers = new HikariDataSource(pool("readers", READERS));
    }

    /** What this node is called in claims and on its connections; another one after each start. */
    String node() {
        return node;
    }

    private HikariConfig pool(String name, int size) {
        var config = new HikariConfig();
        config.setPoolName("ledger-" + name);
        config.setJdbcUrl(access.url());
        config.setUsername(access.application());
        config.setPassword(access.applicationPassword());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", node);
        return config;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return processing.get() ? processors.getConnection() : readers.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("The ledger has one application role");
    }

    /** A connection of its own outside the pools; gives up on a server that is silent for half a minute. */
    @Override
    public Connection open() throws SQLException {
        return open("extended");
    }

    @Override
    public Connection openForAppending() throws SQLException {
        return open("simple");
    }

    private Connection open(String queryMode) throws SQLException {
        var properties = new Properties();
        properties.setProperty("preferQueryMode", queryMode);
        properties.setProperty("user", access.application());
        properties.setProperty("password", access.applicationPassword());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", Integer.toString(PATIENCE_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("ApplicationName", node);
        return DriverManager.getConnection(access.url(), properties);
    }

    /** From here on, on this thread, connections come from the processors' pool. */
    void processing(boolean now) {
        if (now) {
            processing.set(true);
        } else {
            processing.remove();
        }
    }

    @Override
    public void close() {
        processors.close();
        readers.close();
    }
}
