package org.needlepoint.anatomy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.needlepoint.anatomy.compile.KnowledgeFolder;
import org.needlepoint.anatomy.compile.KnowledgeFolder.Compilation.Compiled;
import org.needlepoint.anatomy.compile.KnowledgeFolder.Compilation.Refused;
import org.needlepoint.anatomy.compile.Problem;

/// The build step that turns the folder of knowledge files into the one file that the application reads.
public final class KnowledgeCompiler {

    /// Stops the build: some file breaks a rule.
    static final class KnowledgeRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        KnowledgeRefused(List<Problem> problems) {
            super(problems.size() + " problems in the knowledge files\n"
                    + String.join("\n", problems.stream().map(Problem::toString).toList()));
        }
    }

    private KnowledgeCompiler() {}

    /// Compiles a folder into a file.
    ///
    /// @param args the knowledge folder and the file to write
    /// @throws KnowledgeRefused naming file, line and rule for every problem; nothing is written then
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: KnowledgeCompiler FOLDER FILE");
        }
        var target = Path.of(args[1]).toAbsolutePath();
        switch (KnowledgeFolder.compile(Path.of(args[0]))) {
            case Refused(var problems) -> throw new KnowledgeRefused(problems);
            case Compiled(var json) -> {
                var folder = target.getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.writeString(target, json);
            }
        }
    }
}
