package org.needlepoint.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole application on real PostgreSQL, over HTTP on a free port. All such tests share one application;
/// each makes practices of its own ([Practices#open]) and moves the clock only with [MovableClock].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "needlepoint.jobs.every=3600000",
            "spring.task.scheduling.enabled=false",
        })
@ContextConfiguration(initializers = SharedDatabase.class)
@Import({MovableClock.Wiring.class, PracticeFixture.class, FamiliarPatient.class, MaintenanceConnection.class})
public @interface IntegrationTest {}
