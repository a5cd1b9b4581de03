package relrep.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs Error Prone, a plugin of javac, in a process that compiles some sources, writes no classes,
 * and lists the findings.
 */
final class Analyser implements AutoCloseable {
    /** The packages of javac that Error Prone uses in addition to the exported ones. */
    private static final List<String> EXPORTED =
            List.of("api", "file", "main", "model", "parser", "processing", "tree", "util");

    private static final List<String> OPENED = List.of("code", "comp");
    private static final Pattern FINDING = Pattern.compile("^.+:\\d+: (warning|error): .*");

    private final Path words;
    private final Process process;

    private Analyser(Path words, Process process) {
        this.words = words;
        this.process = process;
    }

    /**
     * Starts the process.
     *
     * @param work a folder for its arguments and its output
     * @param options of javac beside the usual ones
     */
    static Analyser start(
            Path work, Collection<Path> sources, Collection<Path> path, Set<String> options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(List.of("-J-Xmx2g", "-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-J-Duser.language=en", "-J-Duser.country=US"));
        EXPORTED.forEach(name -> command.add("-J--add-exports=" + javac(name)));
        OPENED.forEach(name -> command.add("-J--add-opens=" + javac(name)));
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-encoding", "UTF-8"));
        arguments.addAll(options);
        arguments.addAll(List.of("-parameters", "-Xmaxwarns", "1000", "-Xmaxerrs", "1000"));
        arguments.addAll(List.of("-XDcompilePolicy=simple", "-XDaddTypeAnnotationsToSymbol=true"));
        arguments.addAll(List.of("--should-stop=ifError=FLOW", "--should-stop=ifNoError=FLOW"));
        arguments.addAll(List.of("-classpath", joined(path.stream())));
        arguments.addAll(
                List.of(
                        "-processorpath",
                        joined(
                                Stream.of("analyser", "dataflow")
                                        .map(tool -> System.getProperty("relrep.tool." + tool))
                                        .map(Path::of))));
        arguments.add("-Xplugin:ErrorProne");
        sources.forEach(source -> arguments.add(source.toString()));
        Files.createDirectories(work);
        Path list = work.resolve("arguments");
        Files.write(list, arguments.stream().map(Analyser::quoted).toList());
        command.add("@" + list);
        Path words = work.resolve("findings.txt");
        return new Analyser(
                words,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(words.toFile())
                        .start());
    }

    /** Waits for its end. Returns its findings, each as javac prints it, with the source line. */
    List<String> findings() throws IOException, InterruptedException {
        int exit = process.waitFor();
        List<String> findings = new ArrayList<>();
        List<String> lines = Files.readAllLines(words, StandardCharsets.UTF_8);
        for (String line : lines) {
            if (FINDING.matcher(line).matches()) {
                findings.add(line);
            } else if (!findings.isEmpty() && !line.matches("\\d+ (warning|error)s?")) {
                int last = findings.size() - 1;
                findings.set(last, findings.get(last) + "\n" + line);
            }
        }
        if (exit != 0 && findings.isEmpty()) {
            throw BuildFailure.failed(
                    "Error Prone did not run; it printed: " + String.join(" ", lines));
        }
        return findings;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static String javac(String name) {
        return "jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED";
    }

    private static String joined(Stream<Path> path) {
        return path.distinct()
                .map(Path::toString)
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\") + '"';
    }
}
