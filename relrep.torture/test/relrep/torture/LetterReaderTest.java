package relrep.torture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

class LetterReaderTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void readsATable() {
        NpyArray read = LetterReader.table(bytes("1,2.5\n-3e2,4\n-0.,.25\n"), ",").orElseThrow();
        assertEquals(3, read.rows());
        assertEquals(2, read.columns());
        assertArrayEquals(new float[] {1, 2.5f, -300, 4, -0f, 0.25f}, read.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n",
                "1,2\n3\n",
                "1,nan\n",
                "1 2,3\n",
                "1,,2\n",
                "1,2,\n",
                "\u00ff\n",
                ""
            })
    void doesNotVouchForATableThatIsWrittenMoreFreely(String text) {
        assertEquals(Optional.empty(), LetterReader.table(bytes(text), ","));
    }

    @Test
    void blanksOfATableSayNothing() {
        NpyArray plain = LetterReader.table(bytes("1\t2\n3\t4\n"), "\t").orElseThrow();
        byte[] blanks = bytes("1 \t2\r\n\r\n 3\t 4\t");
        assertTrue(plain.equal(LetterReader.table(blanks, "\t").orElseThrow()));
        assertEquals(Optional.empty(), LetterReader.table(bytes("1\t\t2\n"), "\t"));
    }

    @Test
    void readsWordsWithAndWithoutCounts() {
        NpyArray plain = LetterReader.words(bytes("one 1 2\ntwo 3 4\n")).orElseThrow();
        NpyArray counted =
                LetterReader.countedWords(bytes("2 2\none 1 2\ntwo 3 4\n")).orElseThrow();
        assertTrue(plain.equal(counted));
        assertTrue(plain.equal(LetterReader.words(bytes("one 1  2\ntwo\t3 4")).orElseThrow()));
        assertTrue(plain.equal(LetterReader.words(bytes("one 1 2\n 3 4\n")).orElseThrow()));
        assertTrue(plain.equal(LetterReader.countedWords(bytes("1 1 2\ntwo 3 4")).orElseThrow()));
        assertEquals(Optional.empty(), LetterReader.words(bytes("one 1 2\ntwo  4\n")));
        assertEquals(Optional.empty(), LetterReader.countedWords(bytes("3 2\none 1 2\ntwo 3 4\n")));
    }

    @Test
    void readsBinaryWords() {
        byte[] bytes = bytes("1 1\nw \0\0\u0080?\n");
        assertArrayEquals(new float[] {1}, LetterReader.binaryWords(bytes).orElseThrow().values());
        assertEquals(Optional.empty(), LetterReader.binaryWords(bytes("1 1\nw \0\0\u0080")));
    }
}
