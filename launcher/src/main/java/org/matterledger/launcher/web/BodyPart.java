package org.matterledger.launcher.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;

/** The body of a single request, as a record. */
final class BodyPart implements RequestPart {

    private final Binder binder;

    BodyPart(Binder binder) {
        this.binder = binder;
    }

    @Override
    public boolean reads(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    @Override
    public @Nullable Object read(MethodParameter parameter, HttpServletRequest request, Faults faults) {
        var tree = Body.of(request, faults).tree();
        return tree == null ? null : binder.bind(tree, parameter.getParameterType(), "", faults);
    }
}
