package org.needlepoint.web;

import java.util.List;
import java.util.Set;
import org.needlepoint.identity.Role;

/// Pages that a module contributes to the navigation of the staff: a bean in the module's `web` package.
@FunctionalInterface
public interface StaffPages {
    List<Page> pages();

    /// One entry of the navigation.
    ///
    /// @param order   smallest first
    /// @param path    below `/p/{slug}`, such as `/today`; it is the current one on every page that begins with it
    /// @param textKey of the label, in the module's messages
    /// @param roles   who sees it
    record Page(int order, String path, String textKey, Set<Role> roles) {}
}
