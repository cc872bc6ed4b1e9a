package org.needlepoint.practice.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.practice.PracticeDirectory;
import org.needlepoint.practice.PracticePaths;
import org.needlepoint.shared.PracticeId;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Opens the scope of the practice that a request's path names, before anything else looks at the request.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class PracticeFilter extends OncePerRequestFilter {
    private final PracticeDirectory directory;

    private interface Chain {
        void go() throws IOException, ServletException;
    }

    PracticeFilter(PracticeDirectory directory) {
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var slug = PracticePaths.slugIn(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (slug.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var practice = directory.find(slug.get());
        if (practice.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        within(practice.get(), () -> chain.doFilter(request, response));
    }

    /// A scope passes on one kind of exception; a servlet chain throws two.
    private static void within(PracticeId practice, Chain chain) throws IOException, ServletException {
        var failure = PracticeScope.<@Nullable ServletException, IOException>in(practice, () -> {
            try {
                chain.go();
                return null;
            } catch (ServletException e) {
                return e;
            }
        });
        if (failure != null) {
            throw failure;
        }
    }
}
