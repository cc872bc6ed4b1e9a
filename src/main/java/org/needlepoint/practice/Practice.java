package org.needlepoint.practice;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Texts;

/// A practice as its public site shows it.
public record Practice(
        PracticeId id,
        String slug,
        String name,
        ZoneId zone,
        String country,
        Currency currency,
        Texts tagline,
        Texts about,
        @Nullable String email,
        boolean demo,
        List<Location> locations) {

    /// A place where the practice works. Hours and bookings there are in its zone.
    public record Location(
            UUID id,
            String name,
            String street,
            String city,
            String region,
            String postalCode,
            Texts directions,
            List<String> servedAreas,
            ZoneId zone,
            List<Phone> phones) {}

    /// A phone number of a location, in E.164.
    public record Phone(Texts label, String number) {}
}
