package relrep.build;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * A fingerprint of the inputs of a product, which shows whether they have changed. It uses names,
 * sizes and times of files. For classes it uses their content, since compiling again usually gives
 * the same.
 */
final class Fingerprint {
    private final MessageDigest digest;

    Fingerprint() throws NoSuchAlgorithmException {
        digest = MessageDigest.getInstance("SHA-256");
    }

    Fingerprint with(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return this;
    }

    /** Adds a file, or every file below a folder. */
    Fingerprint with(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            for (Path file : Room.files(path)) {
                with(file);
            }
        } else if (Files.exists(path)) {
            if (path.toString().endsWith(".class")) {
                digest.update(Files.readAllBytes(path));
                return with(path.toString());
            }
            BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
            with(path + " " + is.size() + " " + is.lastModifiedTime().toMillis());
        }
        return this;
    }

    Fingerprint with(Collection<File> files) throws IOException {
        for (File file : files) {
            with(file.toPath());
        }
        return this;
    }

    /** Adds the versions of packages for folders of classes, and whole files for jars. */
    Fingerprint versions(Collection<File> files) throws IOException {
        for (File file : files) {
            if (file.isFile()) {
                with(file.toPath());
            }
            for (Path each : Room.files(file.toPath())) {
                if (each.endsWith("package-info.class")) {
                    with(each);
                }
            }
        }
        return this;
    }

    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns whether a stamp written earlier has the same value. */
    static boolean matches(Path stamp, String value) throws IOException {
        return Files.exists(stamp) && Files.readString(stamp).equals(value);
    }

    static void write(Path stamp, String value) throws IOException {
        Files.createDirectories(stamp.getParent());
        Files.writeString(stamp, value);
    }
}
