package org.matterledger.query.matters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.matterledger.query.rest.Found;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.ChannelId;
import org.matterledger.values.MatterId;
import org.matterledger.values.Source;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The firm's matters and their channels, for other programs. */
@RestController("readMatters")
@Tag(name = "Matters")
class MatterController {

    private final MatterView matters;
    private final ChannelView channels;

    MatterController(MatterView matters, ChannelView channels) {
        this.matters = matters;
        this.channels = channels;
    }

    @Operation(summary = "The firm's matters", description = "In the order of opening.")
    @GetMapping(path = "/matters", produces = "application/json")
    ResponseEntity<Page<Matter>> matters(@RequestParam Optional<Source> source, PageAsked asked) {
        return asked.answer(
                source.map(matters::named).orElseGet(() -> matters.page(asked.afterNumber(), asked.limit() + 1)),
                Matter::key);
    }

    @Operation(summary = "A matter")
    @GetMapping(path = "/matters/{matter}", produces = "application/json")
    ResponseEntity<Matter> matter(@PathVariable MatterId matter) {
        var found = matters.matter(matter).orElseThrow(Unknown::new);
        return Found.at(found.version(), found);
    }

    @Operation(
            summary = "The channels of a matter",
            description =
                    "Proposed, agreed, declined and withdrawn ones, in the order in which they were first spoken of.")
    @GetMapping(path = "/matters/{matter}/channels", produces = "application/json")
    ResponseEntity<Page<Channel>> channels(@PathVariable MatterId matter, PageAsked asked) {
        return matters.matter(matter)
                .map(known -> channels.page(matter, asked.afterNumber(), asked.limit() + 1))
                .map(page -> asked.answer(page, Channel::key))
                .orElseThrow(Unknown::new);
    }

    @Operation(summary = "One channel of a matter")
    @GetMapping(path = "/matters/{matter}/channels/{channel}", produces = "application/json")
    ResponseEntity<Channel> channel(@PathVariable MatterId matter, @PathVariable ChannelId channel) {
        var found = channels.channel(matter, channel).orElseThrow(Unknown::new);
        return Found.at(found.version(), found);
    }
}
