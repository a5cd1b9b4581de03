package relrep.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats the sources with google-java-format, or lists the unformatted ones. Files known to be
 * formatted are skipped, since parsing all files takes half a minute.
 */
final class Format {
    private static final List<String> PACKAGES =
            List.of("api", "code", "file", "parser", "tree", "util");

    private final Path top;
    private final Request request;

    Format(Path top, Request request) {
        this.top = top;
        this.request = request;
    }

    int run() throws IOException, InterruptedException {
        List<String> all = files();
        FormattedFiles formatted = new FormattedFiles(top.resolve("cnf/cache/formatted"));
        List<String> files = formatted.others(all);
        if (files.isEmpty()) {
            return 0;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String name : PACKAGES) {
            command.add("--add-exports");
            command.add("jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-jar", System.getProperty("relrep.tool.format"), "--aosp"));
        command.addAll(
                request.check()
                        ? List.of("--dry-run", "--set-exit-if-changed")
                        : List.of("--replace"));
        command.addAll(files);
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0 && request.check()) {
            throw BuildFailure.failed(
                    "the files above are not formatted by google-java-format; ./relrep format"
                            + " formats them");
        }
        // what was just rewritten may be laid out otherwise by a second pass
        if (exit == 0 && request.check()) {
            formatted.add(all);
        }
        return exit;
    }

    private List<String> files() throws IOException {
        List<Path> folders = new ArrayList<>();
        if (request.rooms().isEmpty()) {
            folders.add(top.resolve("cnf/driver"));
            try (Stream<Path> list = Files.list(top)) {
                list.filter(folder -> Files.exists(folder.resolve("bnd.bnd")))
                        .forEach(folders::add);
            }
        } else {
            request.rooms().forEach(room -> folders.add(top.resolve(room)));
        }
        List<String> files = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : Room.files(folder)) {
                if (file.toString().endsWith(".java") && !isGenerated(file)) {
                    files.add(file.toString());
                }
            }
        }
        return files;
    }

    private boolean isGenerated(Path file) {
        return top.relativize(file).toString().contains("generated");
    }
}
