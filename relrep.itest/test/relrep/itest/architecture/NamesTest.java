package relrep.itest.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that simple class names are unique within a bundle. */
final class NamesTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));

    @Test
    void noNameOccursTwiceInOneBundle() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path room : rooms()) {
            for (Map.Entry<String, List<Path>> name : names(room).entrySet()) {
                if (name.getValue().size() > 1) {
                    wrong.add(name.getKey() + ": " + name.getValue());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noNameIsThatOfAContract() throws IOException {
        Set<String> contracts = names(TOP.resolve("relrep.api")).keySet();
        assertTrue(contracts.contains("Similarity"), contracts::toString);
        Set<String> wrong = new TreeSet<>();
        for (Path room : rooms()) {
            if (!room.endsWith("relrep.api")) {
                Set<String> own = new TreeSet<>(names(room).keySet());
                own.retainAll(contracts);
                own.forEach(name -> wrong.add(room.getFileName() + ": " + name));
            }
        }
        assertEquals(Set.of(), wrong);
    }

    private static List<Path> rooms() throws IOException {
        try (Stream<Path> list = Files.list(TOP)) {
            return list.filter(folder -> Files.exists(folder.resolve("bnd.bnd")))
                    .filter(folder -> Files.isDirectory(folder.resolve("src")))
                    .sorted()
                    .toList();
        }
    }

    /** The classes of a room's sources, by simple name. */
    private static Map<String, List<Path>> names(Path room) throws IOException {
        try (Stream<Path> files = Files.walk(room.resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(TOP::relativize)
                    .collect(
                            Collectors.groupingBy(
                                    file -> file.getFileName().toString().replace(".java", ""),
                                    TreeMap::new,
                                    Collectors.toList()));
        }
    }
}
