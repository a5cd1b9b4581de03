package relrep.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;
import relrep.api.run.Run;

/**
 * Measures how far retrieval in one pair of spaces agrees with retrieval in another. For example,
 * queries search mapped documents instead of documents that were embedded anew. This is a service
 * without a name: the first installed one is used.
 */
@ConsumerType
public interface RetrievalAppraiser {
    /**
     * Finds the right answers: the nearest documents of each query.
     *
     * @param queries {@code q × d}
     * @param documents {@code n × d}
     * @param own for each query, the row of the document that is the query itself; it does not
     *     count as an answer
     * @param k the number of answers per query, 1 to {@code n - 1}
     * @throws relrep.api.run.InvalidInputException when shapes do not fit, a row is not finite, or
     *     there are too few documents
     */
    Truth truth(Matrix queries, Matrix documents, int[] own, int k, Run run);

    /** The right answers to queries. */
    interface Truth {
        /**
         * Runs the same queries in another pair of spaces, and compares the answers with the right
         * ones.
         *
         * @param queries {@code q × e}, in the same order
         * @param documents {@code n × e}, in the same order
         * @throws relrep.api.run.InvalidInputException when shapes do not fit or a row is not
         *     finite
         */
        Agreement ask(Matrix queries, Matrix documents, Run run);
    }

    /**
     * The agreement with the right answers, one value per query.
     *
     * @param recall the share of the <i>k</i> right answers that are among the <i>k</i> found, 0 to
     *     1; for ties, the expected share of a random choice among them
     * @param correlation of all similarities with those of the right answers, -1 to 1; 0 where one
     *     side has no spread
     */
    @SuppressWarnings("ArrayRecordComponent") // two answers in one, never compared
    record Agreement(float[] recall, float[] correlation) {
        /** Copies the arrays. */
        public Agreement {
            recall = recall.clone();
            correlation = correlation.clone();
        }

        @Override
        public float[] recall() {
            return recall.clone();
        }

        @Override
        public float[] correlation() {
            return correlation.clone();
        }
    }
}
