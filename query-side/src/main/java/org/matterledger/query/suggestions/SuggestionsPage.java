package org.matterledger.query.suggestions;

import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.matterledger.query.Reader;
import org.matterledger.query.rest.PageAsked;
import org.matterledger.values.StaffId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** “Which messages need no answer?”, for people: all chosen beforehand, so that one key confirms them. */
@Controller
class SuggestionsPage {

    private final SuggestionView view;

    SuggestionsPage(SuggestionView view) {
        this.view = view;
    }

    @GetMapping(path = "/desk/no-answer", produces = "text/html")
    ModelAndView page(@RequestParam Optional<StaffId> staff, Reader reader, PageAsked asked) {
        var whose = SuggestionController.whose(reader, staff);
        var page = asked.page(view.page(whose, asked.after(), asked.limit() + 1), SuggestedWaiver::key);
        var model = new HashMap<String, Object>();
        model.put("count", view.count(whose));
        model.put("lines", page.items());
        model.put("key", UUID.randomUUID().toString());
        model.put("next", page.next() == null ? "" : page.next());
        return new ModelAndView("desk/no-answer", model);
    }
}
