package relrep.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * Maven's local repository.
 *
 * @param root its folder
 * @param notes the folder where the build records the files that it has checked
 */
record Repository(Path root, Path notes) {
    /** Returns the path of a file, which need not exist. */
    Path file(Coordinate coordinate) {
        return root.resolve(coordinate.path());
    }

    /** Returns the files that are missing. */
    List<Coordinate> missing(Collection<Coordinate> wanted) throws IOException {
        return wanted.stream().filter(each -> isMissing(file(each))).toList();
    }

    private static boolean isMissing(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException absent) {
            return true;
        }
    }

    /** Checks the content of bnd's jar against the list, since bnd runs the whole build. */
    void check(Coordinate coordinate) throws IOException {
        Path file = file(coordinate);
        Path note = notes.resolve(coordinate.artifact() + ".checked");
        String right = coordinate.sha256() + " " + file;
        if (Files.exists(note)
                && Files.getLastModifiedTime(note).compareTo(Files.getLastModifiedTime(file)) > 0
                && Files.readString(note).equals(right)) {
            return;
        }
        String found = sha256(file);
        if (!found.equals(coordinate.sha256())) {
            throw new LackingException(
                    "'%s' must have the SHA-256 %s, and has %s: a broken download; delete it and"
                            + " run again",
                    file, coordinate.sha256(), found);
        }
        Files.createDirectories(notes);
        Files.writeString(note, right);
    }

    static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
