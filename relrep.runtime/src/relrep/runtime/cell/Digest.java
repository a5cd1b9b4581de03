package relrep.runtime.cell;

import relrep.workbench.digest.Sha256;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Computes the SHA-256 of lines of text, one after the other. */
public final class Digest {
    private final MessageDigest sha = Sha256.start();

    /** Starts with a line that names the kind of thing digested. */
    public Digest(String what) {
        add(what);
    }

    /** Adds a line. */
    public Digest add(Object value) {
        byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
        return this;
    }

    /** Finishes, and returns the digest in hexadecimal. */
    public String hex() {
        return Sha256.end(sha);
    }
}
