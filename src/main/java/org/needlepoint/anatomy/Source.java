package org.needlepoint.anatomy;

import org.jspecify.annotations.Nullable;

/// A citation that facts point to.
///
/// @param grade how much weight it bears, see `knowledge/vocabulary.yaml`
/// @param read how much of it was read
public record Source(
        String id,
        String citation,
        @Nullable String doi,
        @Nullable String pmid,
        @Nullable String url,
        @Nullable Integer year,
        String licence,
        Grade grade,
        Reading read) {

    /// A paper, law or open ontology; B professional body or hospital; C clinic page or blog; D compiled
    /// here; U unread.
    public enum Grade {
        A,
        B,
        C,
        D,
        U
    }

    /// The text itself, its abstract only, or nothing.
    public enum Reading {
        READ,
        ABSTRACT,
        UNREAD
    }

    /// Where it can be read on the web; null when nowhere.
    public @Nullable String href() {
        if (doi != null) {
            return "https://doi.org/" + doi;
        }
        return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
    }
}
