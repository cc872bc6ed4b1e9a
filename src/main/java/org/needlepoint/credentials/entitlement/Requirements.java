package org.needlepoint.credentials.entitlement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.ScopeOfPractice.OfProfession;

/// What a rule asks of whoever needles. A figure of 0 asks nothing.
///
/// @param hours               of training in all, 0..2000
/// @param hoursInPerson       of them, in person
/// @param hoursBeforeNeedling of them, before the first patient, also under supervision
/// @param yearsLicensed       0..20
/// @param supervisedSessions  signed off by an instructor, 0..1000
/// @param writtenConsent      whether the patient's consent has to be in writing
/// @param referral            whether a written referral has to be there
/// @param regions             muscle regions to which it is limited; empty: no limit
/// @param limits              other limits in words; may be empty
public record Requirements(
        int hours,
        int hoursInPerson,
        int hoursBeforeNeedling,
        int yearsLicensed,
        int supervisedSessions,
        boolean writtenConsent,
        boolean referral,
        Set<String> regions,
        String limits) {
    public static final Requirements NONE = new Requirements(0, 0, 0, 0, 0, false, false, Set.of(), "");

    public Requirements {
        within("hours", hours, 2000);
        within("hoursInPerson", hoursInPerson, hours);
        within("hoursBeforeNeedling", hoursBeforeNeedling, hours);
        within("yearsLicensed", yearsLicensed, 20);
        within("supervisedSessions", supervisedSessions, 1000);
        regions = Set.copyOf(regions);
    }

    private static void within(String name, int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(name + " must be 0.." + most + ", was " + value);
        }
    }

    /// What a proposal says it asks; what was not read asks nothing here, and the owner looks it up.
    public static Requirements of(OfProfession read) {
        int hours = orNone(read.hours());
        var regions = read.regions();
        return new Requirements(
                hours,
                orNone(read.hoursInPerson()),
                orNone(read.hoursBeforeNeedling()),
                orNone(read.yearsLicensed()),
                orNone(read.supervisedSessions()),
                false,
                Boolean.TRUE.equals(read.referral()),
                regions == null ? Set.of() : Set.copyOf(regions),
                "");
    }

    private static int orNone(@Nullable Integer figure) {
        return figure == null ? 0 : figure;
    }

    /// The same with another number of supervised sessions.
    public Requirements withSessions(int sessions) {
        return new Requirements(
                hours,
                hoursInPerson,
                hoursBeforeNeedling,
                yearsLicensed,
                sessions,
                writtenConsent,
                referral,
                regions,
                limits);
    }

    /// Whether muscles of a region are within it.
    public boolean reaches(String region) {
        return regions.isEmpty() || regions.contains(region);
    }
}
