package relrep.models.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import relrep.api.data.Matrix;

/**
 * The ids of the tokens of some texts, as DL4J's recurrent layers take them: as long as the longest
 * text. A text without tokens has one padding token, since the mean of none is not a number.
 *
 * @param ids {@code n × length}
 * @param mask 1 where there is a token, 0 where there is padding
 */
record TokenBatch(INDArray ids, INDArray mask) {
    /**
     * Returns a batch.
     *
     * @param padded ids, with 0 after the end of a text
     */
    static TokenBatch of(Matrix padded) {
        int[] lengths = new int[padded.rows()];
        int longest = 1;
        for (int row = 0; row < lengths.length; row++) {
            int length = 0;
            while (length < padded.cols() && padded.get(row, length) != 0) {
                length++;
            }
            lengths[row] = Math.max(1, length);
            longest = Math.max(longest, lengths[row]);
        }
        float[] ids = new float[lengths.length * longest];
        float[] mask = new float[lengths.length * longest];
        for (int row = 0; row < lengths.length; row++) {
            for (int i = 0; i < lengths[row]; i++) {
                ids[row * longest + i] = padded.get(row, i);
                mask[row * longest + i] = 1;
            }
        }
        long[] shape = {lengths.length, longest};
        return new TokenBatch(Nd4j.create(ids, shape, 'c'), Nd4j.create(mask, shape, 'c'));
    }
}
