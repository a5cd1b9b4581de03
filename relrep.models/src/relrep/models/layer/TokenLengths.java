package relrep.models.layer;

import java.util.Arrays;

/**
 * The numbers of tokens in the samples that a thread works on. The first layer of a text network
 * counts them; layers above it leave out the padding that follows the tokens. A sample without
 * tokens has one, the padding.
 */
final class TokenLengths {
    private int[] lengths = {};

    /**
     * Counts the tokens.
     *
     * @param ids of the tokens, row after row; 0 is padding
     * @param most the number of ids in a row
     */
    void count(float[] ids, int rows, int most) {
        lengths = lengths.length < rows ? Arrays.copyOf(lengths, rows) : lengths;
        for (int row = 0; row < rows; row++) {
            int length = most;
            while (length > 1 && ids[row * most + length - 1] == 0) {
                length--;
            }
            lengths[row] = length;
        }
    }

    /** Returns the number of tokens of a sample, at least 1. */
    int of(int row) {
        return lengths[row];
    }
}
