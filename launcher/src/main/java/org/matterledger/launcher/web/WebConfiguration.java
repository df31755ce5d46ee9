package org.matterledger.launcher.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.core.StandardHost;
import org.matterledger.launcher.access.CallerIdentity;
import org.matterledger.launcher.time.LedgerClock;
import org.matterledger.launcher.vault.KeyedHash;
import org.matterledger.query.Positions;
import org.matterledger.values.Source;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Puts the strict reading of requests before Spring's own, and our answers in place of its. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    Problems problems() {
        return new Problems();
    }

    @Bean
    RequestReader requestReader(CallerIdentity identities, KeyedHash hash, LedgerClock clock, Problems problems) {
        var binder = new Binder(clock);
        var callers = new CallerPart(identities, hash);
        return new RequestReader(List.of(
                new BodyPart(binder),
                callers,
                new BatchPart(binder, callers, problems),
                new ReaderPart(identities),
                new PagePart(new SignedCursor(hash))));
    }

    @Bean
    WebMvcRegistrations strictReading(RequestReader reader) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new StrictAdapter(reader);
            }
        };
    }

    @Bean
    WebMvcConfigurer ledgerConventions(Positions positions) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new MinPosition(positions));
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, Source.class, WebConfiguration::source);
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
        return server -> server.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(PlainErrors.class.getName()));
    }

    /** {@code system/id}; the system has no slash. */
    private static Source source(String text) {
        var slash = text.indexOf('/');
        return new Source(text.substring(0, Math.max(0, slash)), text.substring(slash + 1));
    }

    /** Spring asks its own readers first and would read bodies its way. */
    private static final class StrictAdapter extends RequestMappingHandlerAdapter {

        private final RequestReader reader;

        StrictAdapter(RequestReader reader) {
            this.reader = reader;
        }

        @Override
        public void afterPropertiesSet() {
            super.afterPropertiesSet();
            var readers = new ArrayList<>(Objects.requireNonNull(getArgumentResolvers()));
            readers.addFirst(reader);
            setArgumentResolvers(readers);
        }
    }
}
