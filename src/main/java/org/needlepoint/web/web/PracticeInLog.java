package org.needlepoint.web.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.needlepoint.database.PracticeScope;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Adds the practice's id to every line that is logged within its scope.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 21)
class PracticeInLog extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var practice = PracticeScope.current();
        if (practice.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(RequestLog.PRACTICE, practice.get());
        try (var _ = MDC.putCloseable("practice", practice.get().toString())) {
            chain.doFilter(request, response);
        }
    }
}
