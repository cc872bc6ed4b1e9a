package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.identity.SignInKey;
import org.needlepoint.identity.SignInState;
import org.needlepoint.identity.SignIns;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Signing out, here or everywhere. A locked screen, and one on its way, can be signed out as well.
@Controller
@RequestMapping("/p/{slug}")
class SignOutPages {
    private final SignIns signIns;
    private final SignInCookie cookie;
    private final AuditTrail audit;
    private final TransactionOperations transaction;

    SignOutPages(SignIns signIns, SignInCookie cookie, AuditTrail audit, TransactionOperations transaction) {
        this.signIns = signIns;
        this.cookie = cookie;
        this.audit = audit;
        this.transaction = transaction;
    }

    @PostMapping("/sign-out")
    ModelAndView create(
            Practice practice, SignInState state, HttpServletRequest request, HttpServletResponse response) {
        switch (state) {
            case SignInState.Active(var key, var who) -> end(practice, key, who);
            case SignInState.Locked(var key, var who) -> end(practice, key, who);
            case SignInState.Pending pending -> signIns.end(practice.id(), pending.key());
            case SignInState.None _ -> {}
        }
        return gone(practice, request, response);
    }

    private void end(Practice practice, SignInKey key, SignedIn who) {
        transaction.executeWithoutResult(_ -> {
            signIns.end(practice.id(), key);
            audit.append(practice.id(), entry(who, "signed-out"));
        });
    }

    @PostMapping("/sign-out-everywhere")
    ModelAndView createEverywhere(
            Practice practice, SignInState state, HttpServletRequest request, HttpServletResponse response) {
        switch (state) {
            case SignInState.Active active -> endAll(practice, active.who());
            case SignInState.Locked locked -> endAll(practice, locked.who());
            case SignInState.Pending _, SignInState.None _ -> {}
        }
        return gone(practice, request, response);
    }

    private void endAll(Practice practice, SignedIn who) {
        transaction.executeWithoutResult(_ -> {
            signIns.endAll(who);
            audit.append(practice.id(), entry(who, "signed-out-everywhere"));
        });
    }

    private static AuditEntry entry(SignedIn who, String action) {
        return switch (who.kind()) {
            case STAFF -> AuditEntry.of(who.actor(), action, "account", who.id());
            case PATIENT ->
                AuditEntry.of(who.actor(), action, "patient", who.id()).about(who.id());
        };
    }

    private ModelAndView gone(Practice practice, HttpServletRequest request, HttpServletResponse response) {
        cookie.clear(request, response, practice.slug());
        return Page.to("/p/" + practice.slug());
    }
}
