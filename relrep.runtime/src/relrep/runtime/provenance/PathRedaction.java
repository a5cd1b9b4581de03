package relrep.runtime.provenance;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Removes the places of folders from the words of a command line, since they differ between
 * machines.
 */
public final class PathRedaction {
    private PathRedaction() {}

    /**
     * Returns a word with absolute paths made relative. The word itself, or the part after its
     * {@code =}, may be a path. It becomes relative to the current directory, or to the home folder
     * as {@code ~}. Of any other absolute path only the last name is kept. Within other words, only
     * the home folder is replaced.
     */
    public static String word(String word, Path directory, Path home) {
        int sign = word.indexOf('=');
        String value = word.substring(sign + 1);
        return word.substring(0, sign + 1) + path(value, directory, home);
    }

    private static String path(String value, Path directory, Path home) {
        Path path;
        try {
            path = Path.of(value).normalize();
        } catch (InvalidPathException none) {
            return value;
        }
        if (!path.isAbsolute()) {
            return home.getNameCount() > 0 ? value.replace(home + "/", "~/") : value;
        }
        Path here = directory.toAbsolutePath().normalize();
        if (path.startsWith(here)) {
            return path.equals(here) ? "." : slashes(here.relativize(path));
        }
        if (home.getNameCount() > 0 && path.startsWith(home)) {
            return path.equals(home) ? "~" : "~/" + slashes(home.relativize(path));
        }
        return path.getNameCount() == 0 ? value : path.getFileName().toString();
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
