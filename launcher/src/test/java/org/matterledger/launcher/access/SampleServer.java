package org.matterledger.launcher.access;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.matterledger.command.NotAllowed;
import org.matterledger.launcher.database.TestDatabase;
import org.matterledger.values.StaffId;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A real server on a free port with nothing but the ways in, and something behind them. */
final class SampleServer implements AutoCloseable {

    static final String PROFILE = "sample-access";

    final MovableClock clock;
    final DataSource database;
    final SampleRegister register;
    private final ConfigurableApplicationContext context;

    private SampleServer(MovableClock clock, DataSource database, SampleRegister register, Class<?>... more) {
        this.clock = clock;
        this.database = database;
        this.register = register;
        var application = new SpringApplication(Parts.class);
        application.addPrimarySources(List.of(more));
        application.setBannerMode(Banner.Mode.OFF);
        application.setAdditionalProfiles(PROFILE);
        application.addInitializers(starting -> {
            starting.getBeanFactory().registerSingleton("database", database);
            starting.getBeanFactory().registerSingleton("clock", clock);
            starting.getBeanFactory().registerSingleton("register", register);
        });
        this.context = application.run("--server.address=127.0.0.1", "--server.port=0");
    }

    static SampleServer start(Class<?>... more) {
        return new SampleServer(new MovableClock(), TestDatabase.freshForTheApplication(), new SampleRegister(), more);
    }

    /** Another node of the same ledger, at the same time. */
    SampleServer another() {
        return new SampleServer(clock, database, register);
    }

    Access access() {
        return context.getBean(Access.class);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    Browser browser() {
        return new Browser(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
    @Import({AccessConfiguration.class, AccessChains.class, SignInPage.class, PasswordPage.class, SampleEndpoints.class
    })
    static class Parts {}

    @RestController
    @Profile(PROFILE)
    static class SampleEndpoints {

        private final CallerIdentity identity;

        SampleEndpoints(CallerIdentity identity) {
            this.identity = identity;
        }

        @GetMapping("/health")
        String health() {
            return "well";
        }

        @GetMapping({"/desk/me", "/me"})
        ResponseEntity<String> me(
                @RequestHeader(name = CallerIdentity.ON_BEHALF_OF, required = false) @Nullable String onBehalfOf) {
            try {
                return ResponseEntity.ok(identity.acting(onBehalfOf == null ? null : new StaffId(onBehalfOf))
                        .toString());
            } catch (NotAllowed refused) {
                return ResponseEntity.status(403).body(refused.getMessage());
            }
        }

        @PostMapping({"/desk/act", "/matters/{id}/updates"})
        String act() {
            return "done";
        }

        @GetMapping("/breaks")
        String breaks() {
            throw new IllegalStateException("broken");
        }
    }
}
