package relrep.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

class TextFileTest {
    @TempDir Path folder;

    private TextFile read(byte[] bytes) throws IOException {
        Path file = folder.resolve("a.txt");
        Files.write(file, bytes);
        return TextFile.read(file, StandardCharsets.UTF_8);
    }

    private List<String> lines(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8)).lines();
    }

    @Test
    void endsLinesAtLineFeedsAlone() throws IOException {
        assertEquals(List.of(), lines(""));
        assertEquals(List.of(""), lines("\n"));
        assertEquals(
                List.of("a", "", "b\u2028c\u0085\fd\re"), lines("a\r\n\nb\u2028c\u0085\fd\re"));
        assertEquals(List.of("a"), lines("\ufeffa\n"), "a byte order mark is no text");
    }

    @ParameterizedTest
    @CsvSource({
        "610ac3, 2, 0xc3, 2", // ends within a letter
        "ff fe 61 00, 0, 0xff, 1", // UTF-16
        "c0 80, 0, 0xc0, 1", // longer than need be
        "61 ed a0 80, 1, 0xed, 1", // half a pair
    })
    void saysWhereItIsNotUtf8(String hex, int offset, String found, int line) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertEquals(
                "%s, offset %d: expected text in UTF-8, found the byte %s in line %d"
                        .formatted(folder.resolve("a.txt"), offset, found, line),
                assertThrows(InvalidInputException.class, () -> read(bytes)).getMessage());
    }
}
