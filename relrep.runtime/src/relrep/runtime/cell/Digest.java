package relrep.runtime.cell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over lines of text, one after the other. */
public final class Digest {
    private final MessageDigest sha;

    /** Begins with a line that says what is digested. */
    public Digest(String what) {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
        return HexFormat.of().formatHex(sha.digest());
    }
}
