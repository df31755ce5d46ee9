package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;

/** Reads one parameter of a controller's method out of a request, and names everything that is wrong with it. */
interface RequestPart {

    boolean reads(MethodParameter parameter);

    /** The parameter's value; nothing, and at least one fault, where the request doesn't give it. */
    @Nullable
    Object read(MethodParameter parameter, HttpServletRequest request, Faults faults);
}
