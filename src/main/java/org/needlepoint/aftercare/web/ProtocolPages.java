package org.needlepoint.aftercare.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.aftercare.Protocol;
import org.needlepoint.aftercare.Protocols;
import org.needlepoint.anatomy.AftercareAdvice;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Source;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Where the sources disagree, a practice says here what it advises.
@Controller
@RequestMapping("/p/{slug}/aftercare-protocol")
class ProtocolPages {
    private static final String NONE = "none";

    private final Protocols protocols;
    private final Knowledge knowledge;
    private final MessageSource messages;

    ProtocolPages(Protocols protocols, Knowledge knowledge, MessageSource messages) {
        this.protocols = protocols;
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// One answer to choose, for `layout/form :: radios`.
    record Option(String value, String label, @Nullable String hint) {}

    /// A topic with its answers.
    record Topic(String name, String label, List<Option> options, String chosen) {}

    @GetMapping
    ModelAndView show(Practice practice, @RequestParam Optional<String> done, Locale locale) {
        var page = new ModelAndView("aftercare/protocol");
        var protocol = protocols.of(practice.id());
        page.addObject("done", done.isPresent());
        page.addObject(
                "topics",
                Protocol.topics(knowledge.aftercare()).stream()
                        .map(topic -> topic(topic, protocol, locale))
                        .toList());
        page.addObject(
                "given",
                protocol.advice(knowledge.aftercare()).stream()
                        .map(advice -> advice.text().in(locale))
                        .toList());
        return page;
    }

    private Topic topic(Protocol.Topic topic, Protocol protocol, Locale locale) {
        var options = new ArrayList<Option>();
        options.add(new Option(NONE, say("aftercare.protocol.none", locale), null));
        topic.advice()
                .forEach(advice ->
                        options.add(new Option(advice.id(), advice.text().in(locale), sources(advice, locale))));
        var chosen = protocol.advice(knowledge.aftercare()).stream()
                .filter(advice -> topic.advice().contains(advice))
                .map(AftercareAdvice::id)
                .findFirst()
                .orElse(NONE);
        return new Topic(topic.name(), say("aftercare.topic." + topic.name(), locale), options, chosen);
    }

    private String sources(AftercareAdvice advice, Locale locale) {
        var citations = advice.sources().stream()
                .flatMap(id -> knowledge.source(id).stream())
                .map(Source::citation)
                .toList();
        return messages.getMessage("aftercare.protocol.sources", new Object[] {String.join("; ", citations)}, locale);
    }

    @PostMapping
    ModelAndView choose(Practice practice, @RequestParam MultiValueMap<String, String> form, SignedIn who) {
        for (var topic : Protocol.topics(knowledge.aftercare())) {
            var chosen = form.getFirst("topic-" + topic.name());
            if (NONE.equals(chosen)) {
                protocols.choose(practice.id(), topic.name(), null, who.actor());
            } else if (topic.advice().stream().anyMatch(advice -> advice.id().equals(chosen))) {
                protocols.choose(practice.id(), topic.name(), chosen, who.actor());
            }
        }
        var redirect = new RedirectView("/p/" + practice.slug() + "/aftercare-protocol?done", true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
