package relrep.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Remembers which files are formatted, by a digest of their content and of the formatter. */
final class FormattedFiles {
    private final Path list;
    private final String formatter;
    private final Set<String> known;

    /**
     * Reads the remembered digests.
     *
     * @param list the file with one digest per line
     */
    FormattedFiles(Path list) throws IOException {
        this.list = list;
        this.formatter = String.valueOf(System.getProperty("relrep.tool.format"));
        this.known = new TreeSet<>(Files.exists(list) ? Files.readAllLines(list) : List.of());
    }

    /** Returns the files whose content is not remembered. */
    List<String> others(List<String> files) throws IOException {
        List<String> others = new ArrayList<>();
        for (String file : files) {
            if (!known.contains(digest(file))) {
                others.add(file);
            }
        }
        return others;
    }

    /** Remembers files with their present content. */
    void add(List<String> files) throws IOException {
        for (String file : files) {
            known.add(digest(file));
        }
        Files.createDirectories(list.getParent());
        Path aside = Files.createTempFile(list.getParent(), "formatted", ".part");
        Files.write(aside, known);
        Files.move(
                aside, list, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String digest(String file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(formatter.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(Path.of(file))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
