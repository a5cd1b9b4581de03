package relrep.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds the projects in {@code examples/} once with plain Maven and network access, outside the
 * workspace, so that Maven has their plugins. A test later builds them with {@code mvn -o}. If this
 * fails, that test is skipped with a message.
 */
final class Examples {
    private final Say say;
    private final Path top;
    private final Path ready;

    Examples(Say say, Path top) {
        this.say = say;
        this.top = top;
        this.ready = top.resolve("cnf/cache/examples");
    }

    void prepare() throws Exception {
        for (Path example : projects()) {
            String name = example.getFileName().toString();
            String now = contents(example);
            Path stamp = ready.resolve(name + ".ready");
            if (!Fingerprint.matches(stamp, now)) {
                Files.deleteIfExists(stamp);
                say.doing("letting Maven fetch what examples/" + name + " is built with (once)");
                if (build(example, ready.resolve(name))) {
                    Fingerprint.write(stamp, now);
                } else {
                    say.doing("Maven could not; see " + ready.resolve(name + ".log"));
                }
            }
        }
    }

    private static String contents(Path example) throws Exception {
        Fingerprint all = new Fingerprint();
        for (Path file : Room.files(example)) {
            if (!example.relativize(file).startsWith("target")) {
                all.with(Files.readString(file));
            }
        }
        return all.value();
    }

    private List<Path> projects() throws IOException {
        Path examples = top.resolve("examples");
        if (!Files.isDirectory(examples)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(examples)) {
            return list.filter(folder -> Files.exists(pom(folder))).sorted().toList();
        }
    }

    private boolean build(Path example, Path copy) throws IOException, InterruptedException {
        Delete.below(copy);
        for (Path file : Room.files(example)) {
            Path to = copy.resolve(example.relativize(file));
            if (!example.relativize(file).startsWith("target")) {
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        String mvn = File.pathSeparatorChar == ';' ? "mvn.cmd" : "mvn";
        return new ProcessBuilder(
                                mvn,
                                "-B",
                                "-Dmaven.repo.local=" + System.getenv("RELREP_M2"),
                                "-Drelrep.top=" + top,
                                "package")
                        .directory(copy.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(new File(copy + ".log"))
                        .start()
                        .waitFor()
                == 0;
    }

    private static Path pom(Path folder) {
        return folder.resolve("pom.xml");
    }
}
