package org.needlepoint;

import org.needlepoint.demo.DemoSignIns;
import org.needlepoint.practice.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells whoever started the application where it is, once it can be used: the demo on the screen, with its sign-ins;
/// otherwise a line of the log.
@Component
class StartBanner {
    private static final Logger LOG = LoggerFactory.getLogger(StartBanner.class);

    private final PublicUrl publicUrl;
    private final ObjectProvider<DemoSignIns> demo;

    StartBanner(PublicUrl publicUrl, ObjectProvider<DemoSignIns> demo) {
        this.publicUrl = publicUrl;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        LOG.info("Needlepoint is ready at {}", publicUrl.base());
        demo.ifAvailable(signIns -> {
            signIns.banner().forEach(System.out::println);
            System.out.println("Ctrl-C stops it.");
        });
    }
}
