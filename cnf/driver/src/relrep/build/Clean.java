package relrep.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Removes the products of the build, but not the files that Maven fetched. */
final class Clean {
    private final Path top;

    Clean(Path top) {
        this.top = top;
    }

    int run() throws IOException {
        List<Path> rooms;
        try (Stream<Path> list = Files.list(top)) {
            rooms = list.filter(folder -> Files.exists(folder.resolve("bnd.bnd"))).toList();
        }
        for (Path room : rooms) {
            for (String made : List.of("bin", "bin_test", "generated")) {
                Delete.below(room.resolve(made));
            }
        }
        Delete.below(top.resolve("dist"));
        Delete.below(top.resolve("cnf/cache"));
        return 0;
    }
}
