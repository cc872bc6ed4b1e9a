package org.needlepoint.credentials;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// A licensed person who treats, as the public site presents them.
///
/// @param credentials letters after the name, such as "PT, DPT"; may be empty
/// @param languages   ISO 639 codes, such as `en`
/// @param phone       their own number in E.164
/// @param account     the sign-in they work with
/// @param position    place in lists, smallest first
/// @param active      whether they take bookings; a practitioner who has left stays on record
public record Practitioner(
        PractitionerId id,
        String name,
        String credentials,
        Profession profession,
        List<String> languages,
        Texts bio,
        @Nullable String phone,
        @Nullable UUID account,
        int position,
        boolean active,
        int version) {

    /// Name and letters as the site prints them: "Robin Hale, PT, DPT".
    public String titledName() {
        return credentials.isEmpty() ? name : name + ", " + credentials;
    }
}
