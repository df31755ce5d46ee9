package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.matterledger.query.Positions;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets whoever wrote read what it wrote: a read waits for the position that it names, and says which one it shows. */
final class MinPosition implements HandlerInterceptor {

    static final String HEADER = "Ledger-Min-Position";
    /** The same in the address of a page, to which a form leads on. */
    static final String PARAMETER = "shown";

    static final String SHOWN = "Ledger-Position";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final String VIEWS = "org.matterledger.query";
    private static final String NOTICES = VIEWS + ".notices";

    private final Positions positions;

    MinPosition(Positions positions) {
        this.positions = positions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith(VIEWS)) {
            var header = request.getHeader(HEADER);
            var wanted = header == null ? request.getParameter(PARAMETER) : header;
            if (wanted != null) {
                await(method, position(wanted));
            }
            response.setHeader(SHOWN, Long.toString(positions.shown()));
        }
        return true;
    }

    /** Notices are no view's rows: those who tell staff put them into the outbox. */
    private void await(HandlerMethod method, long position) {
        if (method.getBeanType().getPackageName().equals(NOTICES)) {
            positions.awaitTold(position);
        } else {
            positions.await(position);
        }
    }

    private static long position(String wanted) {
        if (!NUMBER.matcher(wanted).matches()) {
            throw new Malformed(List.of(new Fault("header " + HEADER, "must be a position that the ledger gave")));
        }
        return Long.parseLong(wanted);
    }
}
