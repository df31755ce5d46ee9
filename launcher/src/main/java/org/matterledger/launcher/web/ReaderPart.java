package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import org.matterledger.launcher.access.CallerIdentity;
import org.matterledger.query.Reader;
import org.springframework.core.MethodParameter;

/** Who reads: by the token or the session, and in whose name, where an integration reads for a staff member. */
final class ReaderPart implements RequestPart {

    private final CallerIdentity identities;

    ReaderPart(CallerIdentity identities) {
        this.identities = identities;
    }

    @Override
    public boolean reads(MethodParameter parameter) {
        return parameter.getParameterType() == Reader.class;
    }

    @Override
    public Object read(MethodParameter parameter, HttpServletRequest request, Faults faults) {
        var identity = identities.acting(CallerHeaders.onBehalfOf(request, faults));
        return new Reader(identity.staff(), identity.roles());
    }
}
