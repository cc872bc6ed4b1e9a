package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.RouteTable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Finds the method of a controller that serves a request. The route table, where every method is listed by its
/// pattern, has found the line already; Spring alone would match the path against the patterns of all methods
/// again.
class MappingByRoute extends RequestMappingHandlerMapping {
    private final RouteTable table;
    private final IdentityHashMap<RequestMappingInfo, Set<String>> patterns = new IdentityHashMap<>();

    MappingByRoute(RouteTable table) {
        this.table = table;
    }

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> methods) {
        super.handlerMethodsInitialized(methods);
        methods.keySet().forEach(info -> patterns.put(info, info.getPatternValues()));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        return mayServe(info, request) ? super.getMatchingMapping(info, request) : null;
    }

    private boolean mayServe(RequestMappingInfo info, HttpServletRequest request) {
        var known = patterns.get(info);
        return known == null
                || !(FoundRoute.of(table, request) instanceof RouteTable.Answer.Listed(var route))
                || known.contains(route.pattern());
    }
}
