package org.needlepoint.identity;

import java.util.List;

/// The routes of one module and who may use them: a bean in the module's `web` package. A route that no bean lists
/// does not exist for anybody.
@FunctionalInterface
public interface Routes {
    List<Route> routes();
}
