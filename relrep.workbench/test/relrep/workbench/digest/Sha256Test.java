package relrep.workbench.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

class Sha256Test {
    /** The example of FIPS 180-4. */
    private static final String OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;

    @Test
    void isThatOfTheStandardForBytesFilesAndPieces() throws IOException {
        assertEquals(OF_ABC, Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(OF_ABC, Sha256.of(Files.writeString(folder.resolve("x"), "abc")));
        MessageDigest pieces = Sha256.start();
        pieces.update((byte) 'a');
        Sha256.update(pieces, new ByteArrayInputStream("bc".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(OF_ABC, Sha256.end(pieces));
    }
}
