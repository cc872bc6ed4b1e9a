package org.needlepoint.notifications.web;

import java.util.List;
import java.util.Optional;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.needlepoint.notifications.StopLinks;
import org.needlepoint.notifications.StopLinks.Address;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Ends reminders to an address. Opening the link changes nothing (rule F4); its button does, and so does the
/// button of a mail program, which posts without a page and without a form token (RFC 8058). The link is the proof.
@Controller
class StopPages {
    private static final String PATH = "/p/{slug}/stop/{token}";

    private final StopLinks links;

    StopPages(StopLinks links) {
        this.links = links;
    }

    @GetMapping(PATH)
    String ask(Practice practice, @PathVariable String token, Model model) {
        return page(practice, links.read(practice.id(), token), false, token, model);
    }

    @PostMapping(PATH)
    String stop(Practice practice, @PathVariable String token, Model model) {
        return page(practice, links.stop(practice.id(), token), true, token, model);
    }

    private static String page(Practice practice, Optional<Address> address, boolean done, String token, Model model) {
        model.addAttribute("name", practice.name());
        model.addAttribute("address", address.orElseThrow(NotFound::new).hint());
        model.addAttribute("done", done);
        model.addAttribute("token", token);
        model.addAttribute(
                "phone",
                practice.locations().stream()
                        .flatMap(location -> location.phones().stream())
                        .map(Practice.Phone::number)
                        .findFirst()
                        .or(() -> Optional.ofNullable(practice.email()))
                        .orElse(""));
        return "notifications/stop";
    }

    @Bean
    static Routes stopRoutes() {
        return () -> List.of(Route.get(PATH).link(), Route.post(PATH).api());
    }
}
