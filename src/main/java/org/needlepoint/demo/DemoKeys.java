package org.needlepoint.demo;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.ServiceId;

/// What the keys in a demo file became in the database.
final class DemoKeys {
    private final Map<String, UUID> locations = new HashMap<>();
    private final Map<String, PractitionerId> practitioners = new HashMap<>();
    private final Map<String, ServiceId> services = new HashMap<>();

    void location(String key, UUID id) {
        locations.put(key, id);
    }

    void practitioner(String key, PractitionerId id) {
        practitioners.put(key, id);
    }

    void service(String key, ServiceId id) {
        services.put(key, id);
    }

    UUID location(String key) {
        return known(locations, key);
    }

    PractitionerId practitioner(String key) {
        return known(practitioners, key);
    }

    ServiceId service(String key) {
        return known(services, key);
    }

    Collection<UUID> locations() {
        return locations.values();
    }

    private static <T> T known(Map<String, T> all, String key) {
        var id = all.get(key);
        if (id == null) {
            throw new IllegalArgumentException("the demo file names " + key + " but does not describe it");
        }
        return id;
    }
}
