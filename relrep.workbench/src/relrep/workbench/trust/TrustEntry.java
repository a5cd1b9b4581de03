package relrep.workbench.trust;

import relrep.workbench.digest.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A line of the list of trusted jars.
 *
 * @param digest its SHA-256
 * @param line the whole line
 */
public record TrustEntry(String digest, String line) {
    /** Returns the line for the present content of a jar. */
    public static TrustEntry ofJar(Path jar) throws IOException {
        String digest = Sha256.of(jar);
        return new TrustEntry(digest, digest + "  " + printable(jar.getFileName().toString()));
    }

    /** Returns a line for each signer of all entries of a jar. */
    public static List<TrustEntry> ofSigners(Path jar) throws IOException {
        List<TrustEntry> all = new ArrayList<>();
        for (Map.Entry<String, String> each : Signers.of(jar).entrySet()) {
            String digest = each.getKey();
            all.add(
                    new TrustEntry(
                            digest, "certificate " + digest + "  " + printable(each.getValue())));
        }
        return all;
    }

    /** Escapes a name; a line break in it would begin a new entry. */
    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    /**
     * Adds the line to a list, unless it is there already.
     *
     * @return whether it was added
     * @throws IOException when the list cannot be read or written
     */
    public boolean add(Path list) throws IOException {
        TrustList known = TrustList.read(list);
        if (known.jars().contains(digest) || known.certificates().contains(digest)) {
            return false;
        }
        Files.createDirectories(list.toAbsolutePath().getParent());
        String before = Files.exists(list) ? Files.readString(list) : "";
        String end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        Files.writeString(
                list,
                end + line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return true;
    }
}
