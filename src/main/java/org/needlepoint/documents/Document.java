package org.needlepoint.documents;

import java.util.List;

/// What somebody reads and signs, as text in blocks: shown, kept and printed from the same content.
///
/// @param kind     what it is, such as `consent` or `note`
/// @param language `en` or `es`
public record Document(String kind, String language, String title, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }
}
