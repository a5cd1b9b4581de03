package relrep.build;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javax.tools.DocumentationTool;
import javax.tools.ToolProvider;

/**
 * Makes the API's documentation. Every finding of doclint fails the build, except for missing
 * comments.
 */
final class Javadoc {
    private final Say say;
    private final Path top;

    Javadoc(Say say, Path top) {
        this.say = say;
        this.top = top;
    }

    int run(List<Room> rooms) throws Exception {
        for (Room room : rooms) {
            List<Path> sources = Room.files(room.sources());
            sources = sources.stream().filter(file -> file.toString().endsWith(".java")).toList();
            if (!sources.isEmpty()) {
                document(room, sources);
            }
        }
        return 0;
    }

    private void document(Room room, List<Path> sources) throws Exception {
        Path into = room.generated().resolve("javadoc");
        Files.createDirectories(into);
        List<String> options = new ArrayList<>(List.of("-quiet", "-Xdoclint:all,-missing"));
        options.addAll(List.of("--release", "17", "-encoding", "UTF-8", "-d", into.toString()));
        options.addAll(room.words("-javac"));
        options.add("-classpath");
        options.add(
                room.compilePath().stream()
                        .map(File::getPath)
                        .collect(Collectors.joining(File.pathSeparator)));
        DocumentationTool tool = ToolProvider.getSystemDocumentationTool();
        try (var files = tool.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            if (!tool.getTask(null, files, null, null, options, units).call()) {
                throw BuildFailure.failed("the Javadoc of " + room.name() + " has errors");
            }
        }
        say.doing("javadoc in " + top.relativize(into));
    }
}
