package org.matterledger.launcher.web.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.matterledger.command.Caller;
import org.matterledger.command.rest.Batch;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.CutOff;
import org.matterledger.values.ExpectedAnswer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    private static final String TOKEN = "token";

    DescriptionConfiguration() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, PageAsked.class, Reader.class, Batch.class)
                .replaceWithSchema(
                        LocalTime.class, new StringSchema().format("time").example("09:00"))
                .replaceWithSchema(
                        Duration.class, new StringSchema().format("duration").example("PT4H"))
                .replaceWithSchema(ZoneId.class, new StringSchema().example("Europe/Warsaw"))
                .replaceWithSchema(ExpectedAnswer.class, new StringSchema().example("PT4H"))
                .replaceWithSchema(CutOff.class, new StringSchema().example("15:00"));
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    Conventions conventions() {
        return new Conventions();
    }

    @Bean
    OpenAPI description() {
        var components = new Components()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSchemas(Conventions.PROBLEM, problem());
        Conventions.responses().forEach(components::addResponses);
        return new OpenAPI()
                .info(new Info()
                        .title("Matter Ledger")
                        .version("1")
                        .description("What a law firm agrees, says, promises and owes its clients. Post facts and acts;"
                                + " the answer leaves when they are durable.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(components);
    }

    private static Schema<?> problem() {
        var fault = new ObjectSchema()
                .addProperty(
                        "at",
                        new StringSchema()
                                .description("A JSON pointer into the body, “header <name>” or “query <name>”.")
                                .example("/occurredAt"))
                .addProperty("problem", new StringSchema().example("is missing"));
        return new ObjectSchema()
                .description("A problem document (RFC 9457). Facts that a rule looked at are further members.")
                .addProperty(
                        "type",
                        new StringSchema()
                                .description("Stable: urn:matterledger:rule:<RULE> for a rule, else"
                                        + " urn:matterledger:problem:<name>.")
                                .example("urn:matterledger:problem:malformed"))
                .addProperty("title", new StringSchema().description("For a rule its sentence."))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("faults", new ArraySchema().items(fault).description("All of them; with 400 only."))
                .required(List.of("type", "title", "status"));
    }
}
