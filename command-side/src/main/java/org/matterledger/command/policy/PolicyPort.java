package org.matterledger.command.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.matterledger.command.Caller;
import org.matterledger.command.CommandPort;
import org.matterledger.command.policy.PolicyCommand.LoadEdition;
import org.matterledger.values.PolicyId;
import org.matterledger.values.PolicyPack;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes the pack that comes with the ledger into the record, where the firm has none of its own. */
@Component
public final class PolicyPort {

    /** By which every matter is measured that names no other policy. */
    public static final PolicyId DEFAULT = new PolicyId("policy-default");

    private static final String FILE = "policy/default.json";

    private final CommandPort commands;
    private final Switches switches;

    PolicyPort(CommandPort commands, Switches switches) {
        this.commands = commands;
        this.switches = switches;
    }

    /**
     * The file as it comes with the ledger.
     *
     * @param edition raised with every change of the pack: what is not raised is loaded nowhere
     */
    record Edition(int edition, PolicyPack pack) {

        static Edition ofTheProgram() {
            try (var file = new ClassPathResource(FILE).getInputStream()) {
                return JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build()
                        .readValue(file, Edition.class);
            } catch (IOException e) {
                throw new UncheckedIOException("The ledger's own " + FILE + " can't be read", e);
            }
        }
    }

    /**
     * Loads the default pack where there is none yet, or an older edition of it. Whatever the firm published itself
     * stays. Doing so again, on any node, records nothing.
     */
    public void loadDefault() {
        var shipped = Edition.ofTheProgram();
        commands.send(
                new Caller("ledger", null, Set.of(), null, "", null, "live", null),
                new LoadEdition(DEFAULT, shipped.edition(), switches.checked(shipped.pack())));
    }
}
