package org.needlepoint.documents;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// A part of a [Document], in plain text. Stored inside what people sign: a kind of block is added, never changed.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Bullets.class, name = "bullets"),
    @JsonSubTypes.Type(value = Block.Facts.class, name = "facts")
})
public sealed interface Block {
    /// The heading of what follows.
    record Heading(String text) implements Block {}

    /// Running text; a line break stays one.
    record Paragraph(String text) implements Block {}

    /// A list without order.
    record Bullets(List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /// Names with their values.
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /// One name with its value.
    record Fact(String label, String value) {}
}
