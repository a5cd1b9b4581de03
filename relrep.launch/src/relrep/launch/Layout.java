package relrep.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders and bundles of the installation.
 *
 * @param home the folder of {@code ./relrep}
 * @param dist the folder that the build fills
 * @param always bundles of every command
 * @param shell bundles of the shell alone
 * @param watcher bundles that watch the folder of plugins
 * @param plugins the folder of plugins; it need not exist
 * @param experiments the folder of experiments; it need not exist
 * @param storages the parent folder of the framework storages, one per process
 */
record Layout(
        Path home,
        Path dist,
        Path always,
        Path shell,
        Path watcher,
        Path plugins,
        Path experiments,
        Path storages) {
    static Layout ofSystemProperties() {
        Path dist = Launch.folder("relrep.dist");
        return new Layout(
                Launch.folder("relrep.home"),
                dist,
                dist.resolve("bundles"),
                dist.resolve("shell"),
                dist.resolve("watcher"),
                Launch.folder("relrep.plugins"),
                Launch.folder("relrep.experiments"),
                Launch.folder("relrep.storages"));
    }

    /**
     * Returns the jars in a folder, sorted by name; empty for a folder that does not exist or
     * cannot be read.
     */
    static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
