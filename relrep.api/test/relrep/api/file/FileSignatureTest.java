package relrep.api.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Tests files whose content does not match their name. */
class FileSignatureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": 1, \"embedding\": [0.1]}~{\"id\": 2} | JSON, or lines of it",
                "{}~ | JSON, or lines of it",
                "[[0.1, 0.2], [0.3, 0.4]] | JSON",
                "[{\"a\": 1}] | JSON",
                "[0.1, 0.2]~[0.3, 0.4]~ | lists in square brackets, as JSON lines and pgvector have"
                        + " them",
                "[-1,2]~ | lists in square brackets, as JSON lines and pgvector have them",
                "<!DOCTYPE html><html>404</html> | a page of HTML",
                "version https://git-lfs.github.com/spec/v1~ | a pointer of Git LFS, not the file"
                        + " itself",
                "PAR1 | a Parquet file"
            })
    void namesATextByWhatItIs(String text, String kind) {
        assertEquals(
                Optional.of(kind),
                FileSignature.of(text.replace('~', '\n').getBytes(StandardCharsets.UTF_8)));
    }

    /** What {@code torch.save}, pickle, h5py and safetensors begin with. */
    @ParameterizedTest
    @CsvSource({
        "504b030400000808000000000000000000000000000000000000100012006172636869766"
                + "52f646174612e706b6c464200,'a checkpoint of PyTorch, as torch.save writes it'",
        "80028a0a6cfc9c46f920,'a pickle of Python, as torch.save or pickle.dump write it'",
        "894844460d0a1a0a0000,an HDF5 file",
        "48000000000000007b2278223a7b,a file of safetensors",
        "fffe31002c00,'a text in UTF-16, where UTF-8 is read'",
        "ba164f2f0c000000,a model of fastText; its .vec has the vectors"
    })
    void namesBytesByWhatTheyAre(String bytes, String kind) {
        assertEquals(Optional.of(kind), FileSignature.of(HexFormat.of().parseHex(bytes)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the 0.1 0.2",
                "{ 0.1 0.2",
                "{\" 0.1 0.2",
                "[ 0.1 0.2",
                "[0.1] 0.5 0.25\n",
                "\"[0.1, 0.2]\"\n",
                "0.1,0.2\n",
                "\u0093NUMPY"
            })
    void leavesTablesArraysAndWordsAlone(String text) {
        assertEquals(Optional.empty(), FileSignature.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void passesOverTheMarkBeforeAText() {
        assertEquals(
                Optional.of("JSON, or lines of it"),
                FileSignature.of("\uFEFF{\"a\": 1}".getBytes(StandardCharsets.UTF_8)));
    }
}
