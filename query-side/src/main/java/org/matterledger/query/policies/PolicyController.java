package org.matterledger.query.policies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.matterledger.query.rest.Found;
import org.matterledger.query.rest.Page;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.query.rest.Unknown;
import org.matterledger.values.PolicyId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The firm's policies, for other programs. */
@RestController("readPolicies")
@Tag(name = "Policies")
class PolicyController {

    private final PolicyView view;

    PolicyController(PolicyView view) {
        this.view = view;
    }

    @Operation(
            summary = "The firm's policies",
            description = "Each as its newest version says, in the order of making.")
    @GetMapping(path = "/policies", produces = "application/json")
    ResponseEntity<Page<PolicyVersion>> policies(PageAsked asked) {
        return asked.answer(view.page(asked.afterNumber(), asked.limit() + 1), PolicyVersion::key);
    }

    @Operation(summary = "A policy as its newest version says")
    @GetMapping(path = "/policies/{policy}", produces = "application/json")
    ResponseEntity<PolicyVersion> policy(@PathVariable PolicyId policy) {
        var found = view.newest(policy).orElseThrow(Unknown::new);
        return Found.at(found.version() - 1L, found);
    }

    @Operation(summary = "A policy's versions", description = "From the first to the newest.")
    @GetMapping(path = "/policies/{policy}/versions", produces = "application/json")
    ResponseEntity<Page<PolicyVersion>> versions(@PathVariable PolicyId policy, PageAsked asked) {
        return view.newest(policy)
                .map(known -> view.versions(policy, asked.afterNumber(), asked.limit() + 1))
                .map(versions -> asked.answer(versions, PolicyVersion::versionKey))
                .orElseThrow(Unknown::new);
    }

    @Operation(summary = "One version of a policy")
    @GetMapping(path = "/policies/{policy}/versions/{version}", produces = "application/json")
    ResponseEntity<PolicyVersion> version(@PathVariable PolicyId policy, @PathVariable int version) {
        return ResponseEntity.ok(view.version(policy, version).orElseThrow(Unknown::new));
    }
}
