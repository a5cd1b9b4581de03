package relrep.api.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file type that the first bytes show, whatever the file's name says. It covers well-known
 * types that are not plain tables of numbers.
 *
 * <p>Source: the formats' own specifications; file(1).
 */
public final class FileSignature {
    private static final int TAR_MAGIC = 257;
    private static final int ZIP_NAME = 30;
    private static final int LARGEST_HEADER = 1 << 27;
    private static final Map<String, String> BY_HEX = new LinkedHashMap<>();
    private static final Map<Pattern, String> BY_TEXT = new LinkedHashMap<>();
    private static final Map<Pattern, String> BY_ZIP_ENTRY = new LinkedHashMap<>();

    static {
        ascii("PAR1", "a Parquet file");
        ascii("ARROW1", "an Arrow file");
        ascii("FEA1", "a Feather file");
        ascii("SQLite format 3", "a database of SQLite");
        ascii("%PDF", "a PDF");
        ascii("MATLAB 5.0", "a file of MATLAB");
        ascii("GGUF", "a model in GGUF");
        ascii("PGCOPY\n", "a binary COPY of PostgreSQL");
        ascii("version https://git-lfs", "a pointer of Git LFS, not the file itself");
        ascii("BZh", "packed with bzip2, where only gzip is unpacked");
        ascii("Rar!", "an archive of RAR");
        ascii("GIF8", "a picture");
        BY_HEX.put("894844460d0a1a0a", "an HDF5 file");
        BY_HEX.put("89504e47", "a picture");
        BY_HEX.put("ffd8ff", "a picture");
        BY_HEX.put("fd377a585a00", "packed with xz, where only gzip is unpacked");
        BY_HEX.put("28b52ffd", "packed with zstd, where only gzip is unpacked");
        BY_HEX.put("377abcaf271c", "an archive of 7-Zip");
        BY_HEX.put("7f454c46", "a program");
        BY_HEX.put("ba164f2f", "a model of fastText; its .vec has the vectors");
        BY_HEX.put("fffe", "a text in UTF-16, where UTF-8 is read");
        BY_HEX.put("feff", "a text in UTF-16, where UTF-8 is read");
        for (String protocol : new String[] {"02", "03", "04", "05"}) {
            BY_HEX.put(
                    "80" + protocol, "a pickle of Python, as torch.save or pickle.dump write it");
        }
        BY_TEXT.put(
                Pattern.compile("(?s)\\s*\\{\\s*(\"[^\"\n]*\"\\s*:.*|\\}.*)"),
                "JSON, or lines of it");
        BY_TEXT.put(Pattern.compile("(?s)\\s*\\[\\s*[\\[{\"].*"), "JSON");
        BY_TEXT.put(
                Pattern.compile("(?s)\\[[-+]?\\.?\\d[^\\s,\\]]*(,.*|\\]\\s*(\n.*|$))"),
                "lists in square brackets, as JSON lines and pgvector have them");
        BY_TEXT.put(
                Pattern.compile("(?si)\\s*@relation\\s.*"),
                "an ARFF of Weka; what follows @data in it is a table as .csv has it");
        BY_TEXT.put(Pattern.compile("(?si)\\s*(<!doctype html|<html).*"), "a page of HTML");
        BY_TEXT.put(Pattern.compile("(?s)\\s*<\\?xml.*"), "XML");
        BY_ZIP_ENTRY.put(
                Pattern.compile(".*(^|/)(data\\.pkl|\\.format_version|byteorder|version)"),
                "a checkpoint of PyTorch, as torch.save writes it");
        BY_ZIP_ENTRY.put(
                Pattern.compile("(\\[Content_Types]\\.xml|_rels/.*|xl/.*|docProps/.*)"),
                "a document of Office, such as .xlsx");
        BY_ZIP_ENTRY.put(Pattern.compile("mimetype"), "an OpenDocument, such as .ods");
        BY_ZIP_ENTRY.put(Pattern.compile("META-INF/.*"), "a jar");
    }

    private FileSignature() {}

    private static void ascii(String magic, String kind) {
        byte[] bytes = magic.getBytes(StandardCharsets.US_ASCII);
        BY_HEX.put(HexFormat.of().formatHex(bytes), kind);
    }

    /**
     * Returns the type with its article, for a sentence. Empty where the file may be a table, an
     * array or a list.
     *
     * @param beginning the first bytes, unpacked where the file is gzip
     */
    public static Optional<String> of(byte[] beginning) {
        String hex = HexFormat.of().formatHex(beginning);
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        String plain = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        Optional<String> known =
                BY_HEX.entrySet().stream()
                        .filter(entry -> hex.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        return known.or(() -> matched(BY_TEXT, plain))
                .or(() -> text.startsWith("PK\3\4") ? zip(beginning, text) : Optional.empty())
                .or(() -> other(beginning, text));
    }

    private static Optional<String> matched(Map<Pattern, String> kinds, String text) {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(text).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> zip(byte[] beginning, String text) {
        if (beginning.length < ZIP_NAME) {
            return Optional.empty();
        }
        int length = (beginning[26] & 0xff) | (beginning[27] & 0xff) << 8;
        int end = Math.min(text.length(), ZIP_NAME + length);
        return matched(BY_ZIP_ENTRY, text.substring(ZIP_NAME, end));
    }

    private static Optional<String> other(byte[] beginning, String text) {
        if (text.startsWith("ustar", TAR_MAGIC)) {
            return Optional.of("an archive of tar");
        }
        if (beginning.length > Long.BYTES + 1 && text.startsWith("{\"", Long.BYTES)) {
            long header = ByteBuffer.wrap(beginning).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (header > 1 && header < LARGEST_HEADER) {
                return Optional.of("a file of safetensors");
            }
        }
        return Optional.empty();
    }
}
