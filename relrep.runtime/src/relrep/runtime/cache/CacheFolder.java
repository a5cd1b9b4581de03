package relrep.runtime.cache;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the cache, as the commands list and clear it. */
public final class CacheFolder {
    /** The ending of unfinished files. */
    static final String DRAFT = ".draft";

    private final Path root;

    private CacheFolder(Path root) {
        this.root = root;
    }

    /** Returns the folder at a path. */
    public static CacheFolder at(Path root) {
        return new CacheFolder(root);
    }

    /** Returns its path. */
    public Path path() {
        return root;
    }

    /** Returns its sub-folders, sorted by name. */
    public List<Holding> list() throws IOException {
        List<Holding> all = new ArrayList<>();
        for (Path folder : folders()) {
            Count count = new Count();
            Files.walkFileTree(folder, count);
            all.add(new Holding(folder.getFileName().toString(), count.files, count.bytes));
        }
        return all;
    }

    /**
     * Deletes a sub-folder and its contents.
     *
     * @param name as in {@link #list}
     */
    public void clear(String name) throws IOException {
        for (Path folder : folders()) {
            if (folder.getFileName().toString().equals(name)) {
                Files.walkFileTree(folder, new Deletion());
            }
        }
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    /**
     * The contents of a sub-folder.
     *
     * @param name of the sub-folder: {@code cells}, {@code networks}, {@code decoders}, {@code
     *     excerpts}, {@code vectors}, or a downloaded dataset
     * @param files the number of files
     * @param bytes their total size
     */
    public record Holding(String name, long files, long bytes) {}

    private static final class Count extends SimpleFileVisitor<Path> {
        private long files;
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!file.toString().endsWith(DRAFT)) {
                files++;
                bytes += attributes.size();
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failed)
                throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
