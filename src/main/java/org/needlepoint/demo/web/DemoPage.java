package org.needlepoint.demo.web;

import java.util.LinkedHashMap;
import java.util.List;
import org.needlepoint.demo.DemoSignIns;
import org.needlepoint.demo.DemoSignIns.SignIn;
import org.needlepoint.identity.Route;
import org.needlepoint.identity.Routes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// How to try the demonstration: practices, sign-ins with the codes of the moment, and the mailbox.
@Controller
@Profile("demo")
class DemoPage {
    private final DemoSignIns signIns;

    DemoPage(DemoSignIns signIns) {
        this.signIns = signIns;
    }

    /// One practice with its sign-ins.
    record Listed(String slug, String name, List<SignIn> signIns) {}

    @Bean
    static Routes demoRoutes() {
        return () -> List.of(Route.get("/demo").everyone());
    }

    @GetMapping("/demo")
    ModelAndView demo() {
        var byPractice = new LinkedHashMap<String, Listed>();
        for (var signIn : signIns.all()) {
            byPractice
                    .computeIfAbsent(
                            signIn.slug(), slug -> new Listed(slug, signIn.practice(), new java.util.ArrayList<>()))
                    .signIns()
                    .add(signIn);
        }
        var page = new ModelAndView("demo/sign-ins");
        page.addObject("practices", List.copyOf(byPractice.values()));
        page.addObject("demo", true);
        return page;
    }
}
