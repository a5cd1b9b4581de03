package relrep.files.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Tests broken and malicious files: each is refused in one sentence with file and offset, without
 * using much memory.
 */
@Tag("slow")
class NpyHostileTest {
    private static final byte[] WHOLE = NumPyBytes.file("<f4", false, "(3, 2)", NumPyBytes.C_F4);

    @TempDir Path folder;

    @Test
    void refusesAFileCutOffAtAnyByte() throws IOException {
        for (int length = 0; length < WHOLE.length; length++) {
            assertTold(Arrays.copyOf(WHOLE, length));
        }
    }

    @Test
    void refusesOrReadsAnyBytesChangedAtRandom() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = WHOLE.clone();
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                changed[random.nextInt(80)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("x.npy"), changed);
            try (NpyFile npy = NpyFile.open(file)) {
                npy.header();
            } catch (InvalidInputException e) {
                refused++;
                assertTrue(e.getMessage().startsWith(file + ", offset "), e.getMessage());
            }
        }
        assertTrue(refused > 2_000, "most changes break it, " + refused + " of 3000 did");
    }

    @Test
    void refusesWhatIsNoNpy() throws IOException {
        assertRefused(
                "offset 0: expected the magic number of .npy, 93 4e 55 4d 50 59, found 50 4b 03 04"
                        + " 14 00, a zip or .npz",
                new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0});
        assertRefused(
                "offset 0: expected the magic number of .npy and a version (8 bytes), found the end"
                        + " of the file after 0",
                new byte[0]);
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        byte[] next = WHOLE.clone();
        next[6] = 4;
        assertRefused("offset 6: expected version 1.0, 2.0 or 3.0, found 4.0", next);
    }

    @Test
    void refusesAHeaderLongerThanTheFile() throws IOException {
        byte[] huge = NumPyBytes.file(2, NumPyBytes.dictionary("<f4", false, "(3, 2)"), "");
        Arrays.fill(huge, 8, 12, (byte) 0xff);
        assertRefused(
                "offset 8: expected a header of at most 116 bytes, found a length of 4294967295",
                huge);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(9223372036854775807, 2) | far too many",
                "(4294967296, 4294967296) | far too many",
                "(2000000000, 2) | 4000000000",
                "(3, 3) | 9",
                "(3, 1) | 3"
            })
    void refusesAShapeThatTheFileCannotHold(String shape, String elements) throws IOException {
        assertRefused(
                "offset 128: expected %s elements of 4 bytes, as the shape %s says, found 24 bytes to the end of the file"
                        .formatted(elements, shape),
                NumPyBytes.file("<f4", false, shape, NumPyBytes.C_F4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(-1, 2) | 61: expected a dimension, 0 to 9223372036854775807, found '-1, 2), }",
                "(99999999999999999999, 2) | 61: expected a dimension, 0 to 9223372036854775807,"
                        + " found '9999",
                "(3.0, 2) | 62: expected a comma or ), found '.0, 2), }",
                "[3, 2] | 60: expected a string, True, False or a tuple of numbers, found '[3, 2],"
                        + " }",
                "None | 60: expected a string, True, False or a tuple of numbers, found 'None, }",
                "'3' | 10: expected shape to be a tuple, found 3"
            })
    void refusesAShapeThatIsNone(String shape, String sentence) throws IOException {
        String told = told(NumPyBytes.file("<f4", false, shape, NumPyBytes.C_F4));
        assertTrue(told.startsWith("offset " + sentence), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "O | 'O', Python objects",
                "<c8 | '<c8'",
                "<f3 | '<f3'",
                "<f16 | '<f16'",
                "<U5 | '<U5'",
                "V8 | 'V8'"
            })
    void refusesElementsThatAreNoNumbers(String descr, String found) throws IOException {
        assertRefused(
                "offset 10: expected elements that are floats of 16, 32 or 64 bits, integers or"
                        + " truth values, found "
                        + found,
                NumPyBytes.file("%s".formatted(descr), false, "(3, 2)", NumPyBytes.C_F4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 10: expected the keys descr, fortran_order and shape, found []",
                "{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (6,)} | 20: expected"
                        + " one type for all numbers, found the fields of a structured array:"
                        + " '[('x', '<f4')], 'fortran'",
                "{'descr': '<f4', 'descr': '<f4'} | 27: expected each key once, found 'descr'"
                        + " again",
                "{'descr' '<f4'} | 19: expected a colon, found ''<f4'}",
                "{'descr': '<f4' | 64: expected a comma or }, found the end of the header",
                "{'descr | 11: expected a string in quotes, found ''descr",
                "[] | 10: expected a dictionary, {, found '[]",
                "{'descr': '<f4', 'fortran_order': 'yes', 'shape': (3, 2)} | 10: expected"
                        + " fortran_order to be True or False, found yes",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2)} x | 68: expected nothing"
                        + " after the dictionary, found 'x",
                "__import__('os').system('true') | 10: expected a dictionary, {, found"
                        + " '__import__('os').system("
            })
    void refusesAHeaderThatIsNoDictionaryOfThisKind(String header, String sentence)
            throws IOException {
        String told = told(NumPyBytes.file(1, header, NumPyBytes.C_F4));
        assertTrue(told.startsWith("offset " + sentence), told);
    }

    @Test
    void refusesAFolderAndAFileThatIsNotThere() {
        assertEquals(folder + " must be a .npy file, but is a folder", message(folder));
        Path absent = folder.resolve("absent.npy");
        assertEquals(
                absent + " must be readable, but is not: there is no such file", message(absent));
    }

    private void assertTold(byte[] bytes) throws IOException {
        assertTrue(told(bytes).matches("offset \\d+: expected .*, found .*"));
    }

    private void assertRefused(String sentence, byte[] bytes) throws IOException {
        assertEquals(sentence, told(bytes));
    }

    private String told(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("x.npy"), bytes);
        String message = message(file);
        assertTrue(message.startsWith(file + ", "), message);
        return message.substring(file.toString().length() + 2);
    }

    private static String message(Path file) {
        return assertThrows(InvalidInputException.class, () -> NpyFile.open(file)).getMessage();
    }
}
