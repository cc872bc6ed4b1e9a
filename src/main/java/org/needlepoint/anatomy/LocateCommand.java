package org.needlepoint.anatomy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.needlepoint.anatomy.PainReading.Drawing;
import org.needlepoint.anatomy.PainReading.FieldError;
import org.needlepoint.anatomy.PainReading.NotJson;
import org.needlepoint.anatomy.PainReading.Refused;
import org.needlepoint.anatomy.atlas.Atlas;
import tools.jackson.databind.node.JsonNodeFactory;

/// `needlepoint locate`: the pain locator on standard input and output, one JSON object a line. Needs
/// neither Spring nor a database. A line that cannot be read gets an error object in its place, and the
/// rest goes on.
public final class LocateCommand {

    /// A longer line is refused without being kept, so that any input runs in the same memory.
    static final int LONGEST_LINE = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final PainJson json;
    private final PainLocator locator;
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;
    private long number;

    private LocateCommand(Knowledge knowledge, OutputStream out) {
        var atlas = Atlas.load();
        this.json = new PainJson(knowledge, new OutlineZones(atlas));
        this.locator = PainLocator.of(knowledge, atlas);
        this.out = out;
    }

    /// Answers every line until the input ends.
    ///
    /// @param err takes what is not an answer; standard output carries JSON only
    /// @return the exit status: 0 done, also when some lines were refused; 1 when reading or writing failed
    public static int run(InputStream in, OutputStream out, PrintStream err) {
        return run(Knowledge.load(), in, out, err);
    }

    static int run(Knowledge knowledge, InputStream in, OutputStream out, PrintStream err) {
        var buffered = new BufferedOutputStream(out, BUFFER) {
            @Override
            public synchronized void flush() throws IOException {
                super.flush();
                if (out instanceof PrintStream print && print.checkError()) { // it swallows what goes wrong
                    throw new IOException("nobody takes the answers");
                }
            }
        };
        try {
            new LocateCommand(knowledge, buffered).answerAll(in);
            buffered.flush();
            return 0;
        } catch (IOException e) {
            err.println("locate: " + e.getMessage());
            return 1;
        }
    }

    /// Answers are flushed before waiting for more input, so that a program at the other end gets one per
    /// line.
    private void answerAll(InputStream in) throws IOException {
        var buffer = new byte[BUFFER];
        int count;
        while ((count = in.read(buffer)) >= 0) {
            var start = 0;
            for (var i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    keep(buffer, start, i);
                    endLine();
                    start = i + 1;
                }
            }
            keep(buffer, start, count);
            out.flush();
        }
        endLine();
    }

    private void keep(byte[] buffer, int from, int to) {
        if (tooLong || line.size() + to - from > LONGEST_LINE) {
            tooLong = true;
            line.reset();
        } else {
            line.write(buffer, from, to - from);
        }
    }

    private void endLine() throws IOException {
        number++;
        var bytes = line.toByteArray();
        line.reset();
        if (tooLong) {
            tooLong = false;
            answer(json.writeError(
                    JsonNodeFactory.instance.nullNode(),
                    new FieldError("", at("longer than " + LONGEST_LINE + " bytes"))));
        } else if (!isBlank(bytes)) {
            answer(answerTo(bytes));
        }
    }

    private byte[] answerTo(byte[] bytes) {
        return switch (json.read(bytes)) {
            case Drawing drawing -> json.write(drawing, locator.locate(drawing.request()));
            case Refused(var id, var errors) -> json.writeError(id, first(errors));
            case NotJson(var id, var message) -> json.writeError(id, new FieldError("", at(message)));
        };
    }

    private String at(String message) {
        return "line " + number + ": " + message;
    }

    private void answer(byte[] answer) throws IOException {
        out.write(answer);
        out.write('\n');
    }

    private static FieldError first(List<FieldError> errors) {
        var first = errors.getFirst();
        return errors.size() == 1
                ? first
                : new FieldError(first.field(), first.message() + " (and " + (errors.size() - 1) + " more)");
    }

    private static boolean isBlank(byte[] bytes) {
        for (var b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
