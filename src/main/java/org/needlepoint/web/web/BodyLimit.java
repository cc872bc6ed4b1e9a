package org.needlepoint.web.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends the reading of a request's body at its greatest size: 256 KB for JSON, 1 MB for forms, 12 MB for forms with a
/// picture or a scan.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class BodyLimit extends OncePerRequestFilter {
    private static final long JSON = 256 * 1024L;
    private static final long FORM = 1024 * 1024L;
    private static final long PICTURE = 12 * FORM;
    private static final String WITH_FILES = "multipart/form-data";
    private static final Pattern TAKES_FILES =
            Pattern.compile(".*/(pictures|scans|transcription|paper-consent/[a-z]+)");

    /// More was sent than is read.
    static final class BodyTooLarge extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        BodyTooLarge() {
            super("the request's body is too large");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = ErrorAnswers.isInterface(request.getRequestURI()) ? JSON : form(request);
        if (request.getContentLengthLong() > limit) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(request.getContentLengthLong() >= 0 ? request : new Limited(request, limit), response);
    }

    private static long form(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                        && type.startsWith(WITH_FILES)
                        && TAKES_FILES.matcher(request.getRequestURI()).matches()
                ? PICTURE
                : FORM;
    }

    /// A body without a declared length is counted while it is read.
    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private long left;

        Counted(ServletInputStream body, long limit) {
            this.body = body;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            return one < 0 ? one : count(1) * one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = body.read(bytes, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private int count(int read) throws BodyTooLarge {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge();
            }
            return 1;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
