package org.needlepoint.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.needlepoint.identity.SignInState;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Consent to an injection by the patient: apart from needling, with a text and a signature of its own.
@Controller
@RequestMapping("/p/{slug}/prepare/{token}/injection-consent")
class PrepareInjectionConsent {
    private final ConsentFlow flow;

    PrepareInjectionConsent(ConsentFlow flow) {
        this.flow = flow;
    }

    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable String token,
            SignInState state,
            HttpServletRequest request,
            Locale locale) {
        return flow.show(practice, ConsentTo.INJECTION, token, state, request, locale);
    }

    /// What was chosen: the text to read and sign, or a refusal.
    @PostMapping
    ModelAndView choose(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            SignInState state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return flow.choose(
                practice, ConsentTo.INJECTION, new ConsentFlow.Call(token, form, state, request, response, locale));
    }

    @PostMapping("/signature")
    ModelAndView sign(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            SignInState state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return flow.sign(
                practice, ConsentTo.INJECTION, new ConsentFlow.Call(token, form, state, request, response, locale));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            Practice practice,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> form,
            SignInState state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return flow.withdraw(
                practice, ConsentTo.INJECTION, new ConsentFlow.Call(token, form, state, request, response, locale));
    }
}
