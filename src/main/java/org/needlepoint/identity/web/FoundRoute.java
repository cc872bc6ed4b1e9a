package org.needlepoint.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.needlepoint.identity.RouteTable;

/// What the route table says of a request. It is asked by many on the way and answers once.
///
/// @param path as it was when it was found; a forward asks again
record FoundRoute(String method, String path, RouteTable.Answer answer) {
    private static final String NAME = FoundRoute.class.getName();

    static RouteTable.Answer of(RouteTable table, HttpServletRequest request) {
        var method = request.getMethod();
        var path = Paths.within(request);
        if (request.getAttribute(NAME) instanceof FoundRoute known
                && known.method.equals(method)
                && known.path.equals(path)) {
            return known.answer;
        }
        var answer = table.find(method, path);
        request.setAttribute(NAME, new FoundRoute(method, path, answer));
        return answer;
    }
}
