package org.needlepoint.documents;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/// How somebody signed.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Signature.Drawn.class, name = "drawn"),
    @JsonSubTypes.Type(value = Signature.Typed.class, name = "typed"),
    @JsonSubTypes.Type(value = Signature.Account.class, name = "account"),
    @JsonSubTypes.Type(value = Signature.OnPaper.class, name = "on-paper")
})
public sealed interface Signature {
    /// Who it says has signed.
    String name();

    /// Drawn by hand on a field of 600 by 200.
    ///
    /// @param path strokes as an SVG path of absolute moves and lines with whole numbers: `M10 20L30 40`
    record Drawn(String name, String path) implements Signature {
        private static final Pattern PATH = Pattern.compile("(M\\d{1,3} \\d{1,3}(L\\d{1,3} \\d{1,3})*+)++");
        private static final int MOST = 20_000;

        public Drawn {
            Drawn.checkName(name);
            if (!isPath(path)) {
                throw new IllegalArgumentException("path must be moves and lines of whole numbers, at most " + MOST);
            }
        }

        /// Whether this is a drawn line as it can be kept.
        public static boolean isPath(String path) {
            return path.length() <= MOST && PATH.matcher(path).matches();
        }

        private static void checkName(String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a signature needs a name");
            }
        }
    }

    /// The name typed as a signature.
    record Typed(String name) implements Signature {
        public Typed {
            Drawn.checkName(name);
        }
    }

    /// Signed by hand on paper, and entered by somebody of the practice.
    ///
    /// @param on the day that stands beside the signature
    record OnPaper(String name, LocalDate on) implements Signature {
        public OnPaper {
            Drawn.checkName(name);
        }
    }

    /// Signed in with an account of the practice.
    record Account(UUID account, String name) implements Signature {
        public Account {
            Drawn.checkName(name);
        }
    }
}
