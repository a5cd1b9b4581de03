package relrep.runtime.cell;

import relrep.workbench.digest.Sha256;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** SHA-256 over lines of text, one after the other. */
public final class Digest {
    private final MessageDigest sha = Sha256.start();

    /** Begins with a line that says what is digested. */
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

    /** Returns the digest in hexadecimal, and ends. */
    public String hex() {
        return Sha256.end(sha);
    }
}
