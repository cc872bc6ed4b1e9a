package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignInState;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Tells the layout who is signed in.
@ControllerAdvice
class SignedInModel {
    @ModelAttribute("signedInAs")
    @Nullable
    String signedInAs(HttpServletRequest request) {
        return SignInFilter.stateOf(request) instanceof SignInState.Active active
                ? active.who().displayName()
                : null;
    }
}
