package org.needlepoint.web;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;

/// Pages that a module contributes to the practice's settings: a bean in the module's `web` package.
@FunctionalInterface
public interface SettingsPages {
    List<Entry> entries();

    /// One entry of the list of settings.
    ///
    /// @param order   smallest first
    /// @param path    below `/p/{slug}/settings`, such as `/exceptions`
    /// @param textKey of its name; the same with `.about` says what it is for
    /// @param roles   who sees it
    record Entry(int order, String path, String textKey, Set<Role> roles) {}
}
