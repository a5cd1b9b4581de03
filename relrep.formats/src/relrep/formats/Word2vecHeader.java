package relrep.formats;

import relrep.api.run.Run;
import relrep.files.FileContent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The first line of a binary word2vec file.
 *
 * @param rows the number of words that follow
 * @param width of a vector
 * @param start the offset of the first word
 */
record Word2vecHeader(long rows, int width, long start) {
    private static final int LONGEST = 40;
    private static final int PIECE = 1 << 16;

    /**
     * Reads the header, and checks it against the length of the content.
     *
     * @param lenient whether a too large number of words is reduced to the number that the length
     *     allows
     */
    static Word2vecHeader of(Path file, boolean lenient, Run run) {
        try (FileContent content = FileContent.open(file)) {
            StringBuilder line = new StringBuilder();
            byte[] one = new byte[1];
            while (line.length() <= LONGEST && content.readOrEnd(one, 1, "a header")) {
                if (one[0] == '\n') {
                    break;
                }
                line.append(new String(one, StandardCharsets.ISO_8859_1));
            }
            String text = line.toString().stripTrailing();
            if (one[0] != '\n' || !text.matches("\\d{1,18} \\d{1,8}")) {
                byte[] shown = text.getBytes(StandardCharsets.ISO_8859_1);
                throw content.wrong(
                        0,
                        "a line with the number of words and the width of their vectors",
                        TextLines.shown(shown, 0, shown.length));
            }
            String[] numbers = text.split(" ", -1);
            long rows = Long.parseLong(numbers[0]);
            int width = Integer.parseInt(numbers[1]);
            long start = content.offset();
            long room = rest(content, run);
            // A word of one letter, a blank, and the vector.
            long least = 2 + (long) width * Float.BYTES;
            if (width == 0 || (rows > room / least && !(lenient && room > least))) {
                throw content.wrong(
                        0,
                        "at most %d words with vectors of %d, which is what %d bytes can hold"
                                .formatted(width == 0 ? 0 : room / least, width, room),
                        rows + " of them; " + Word2vec.LENIENT + " reads those that are whole");
            }
            return new Word2vecHeader(rows, width, start);
        }
    }

    private static long rest(FileContent content, Run run) {
        byte[] piece = new byte[PIECE];
        long start = content.offset();
        while (content.some(piece, 0, piece.length) >= 0) {
            run.step(0, 1);
        }
        return content.offset() - start;
    }
}
