package org.needlepoint.patients;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who somebody is and how to reach them, read and found well formed by [DemographicsForm].
///
/// @param name      1 to 200 characters, trimmed, NFC
/// @param birthDate not before 1900 and not in the future
/// @param phone     E.164; phone or email is present
/// @param locale    English or Spanish: the language of messages
public record Demographics(
        String name,
        LocalDate birthDate,
        @Nullable String phone,
        @Nullable String email,
        Locale locale) {}
