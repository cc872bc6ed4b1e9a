package org.needlepoint.charting.paper.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.note.VisitDay;
import org.needlepoint.charting.paper.SheetRow;
import org.needlepoint.charting.paper.TranscribeSheet;
import org.needlepoint.shared.Laterality;
import org.springframework.util.MultiValueMap;

/// The lines of a sheet as they were sent.
record TranscriptionForm(MultiValueMap<String, String> sent) {
    static final int ROWS = 8;
    static final List<Integer> DIAMETERS_UM = List.of(160, 200, 250, 300, 350);

    private static final List<String> FIELDS = List.of("muscle", "in", "out", "length", "inAt", "outAt");

    /// What is wrong with a field.
    record Mistake(String field, String textKey) {}

    /// Either the lines, or what has to be mended.
    record Read(List<SheetRow> rows, List<Mistake> mistakes) {}

    /// Made with the form.
    UUID sheet() {
        try {
            return UUID.fromString(text("sheet"));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    /// Whether no line says anything.
    boolean isEmpty() {
        return IntStream.rangeClosed(1, ROWS).noneMatch(this::isTouched);
    }

    Read read(Knowledge knowledge, VisitDay when) {
        var rows = new ArrayList<SheetRow>();
        var mistakes = new ArrayList<Mistake>();
        for (int row = 1; row <= ROWS; row++) {
            if (isTouched(row)) {
                line(row, knowledge, when, rows, mistakes);
            }
        }
        if (rows.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(new Mistake("muscle-1", "paper.error.empty"));
        }
        if (rows.stream().mapToInt(SheetRow::in).sum() > TranscribeSheet.MOST_NEEDLES) {
            mistakes.add(new Mistake("in-1", "paper.error.most"));
        }
        return new Read(rows, mistakes);
    }

    private boolean isTouched(int row) {
        return FIELDS.stream().anyMatch(field -> !text(field + "-" + row).isEmpty());
    }

    private void line(int row, Knowledge knowledge, VisitDay when, List<SheetRow> rows, List<Mistake> mistakes) {
        int before = mistakes.size();
        var muscle = knowledge.muscle(text("muscle-" + row));
        var side = side(row, muscle);
        int in = whole("in-" + row, 1, SheetRow.MOST);
        int out = text("out-" + row).isEmpty() ? in : whole("out-" + row, 0, SheetRow.MOST);
        int diameter = whole("diameter-" + row, 50, 1200);
        int length = whole("length-" + row, 5, 200);
        var inAt = when.at(text("inAt-" + row));
        var outAt = text("outAt-" + row).isEmpty() && out == 0 ? inAt : when.at(text("outAt-" + row));
        require(mistakes, muscle.isPresent(), "muscle-" + row, "paper.error.muscle");
        require(mistakes, muscle.isEmpty() || side != null, "side-" + row, "paper.error.side");
        require(mistakes, in > 0, "in-" + row, "paper.error.in");
        require(mistakes, in < 0 || (out >= 0 && out <= in), "out-" + row, "paper.error.out");
        require(mistakes, diameter > 0, "diameter-" + row, "paper.error.diameter");
        require(mistakes, length > 0, "length-" + row, "paper.error.length");
        require(mistakes, inAt != null, "inAt-" + row, "paper.error.time");
        require(mistakes, outAt != null, "outAt-" + row, "paper.error.time");
        require(mistakes, inAt == null || outAt == null || !outAt.isBefore(inAt), "outAt-" + row, "paper.error.before");
        if (mistakes.size() == before && side != null && inAt != null && outAt != null) {
            rows.add(new SheetRow(
                    muscle.orElseThrow().id(), side, in, out, diameter, length, technique(row), inAt, outAt));
        }
    }

    private static void require(List<Mistake> mistakes, boolean right, String field, String textKey) {
        if (!right) {
            mistakes.add(new Mistake(field, textKey));
        }
    }

    private NeedleTechnique technique(int row) {
        return Arrays.stream(NeedleTechnique.values())
                .filter(technique -> technique.code().equals(text("technique-" + row)))
                .findFirst()
                .orElse(NeedleTechnique.DEEP_STATIC);
    }

    private @Nullable Laterality side(int row, Optional<Muscle> muscle) {
        if (muscle.filter(found -> found.side() == Muscle.Side.UNPAIRED).isPresent()) {
            return Laterality.M;
        }
        return Stream.of(Laterality.L, Laterality.R)
                .filter(side -> side.name().equals(text("side-" + row)))
                .findFirst()
                .orElse(null);
    }

    private int whole(String field, int least, int most) {
        var typed = text(field);
        if (!typed.matches("\\d{1,4}")) {
            return -1;
        }
        int value = Integer.parseInt(typed);
        return value >= least && value <= most ? value : -1;
    }

    private String text(String field) {
        return Optional.ofNullable(sent.getFirst(field)).orElse("").strip();
    }
}
