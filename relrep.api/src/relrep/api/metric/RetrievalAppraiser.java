package relrep.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;
import relrep.api.run.Run;

/**
 * Measures how well retrieval in one arrangement of spaces stands for retrieval in another: queries
 * that ask mapped documents, for queries that ask documents embedded anew. A service without a
 * name: who needs one takes the first there is.
 */
@ConsumerType
public interface RetrievalAppraiser {
    /**
     * Looks up the right answers.
     *
     * @param queries {@code q × d}
     * @param documents {@code n × d}
     * @param own of each query the row of the document that is the query itself; it is no answer
     * @param k how many answers a query has, 1 to {@code n - 1}
     * @throws relrep.api.run.InvalidInputException when shapes do not fit, a row is not finite, or
     *     there are too few documents
     */
    Truth truth(Matrix queries, Matrix documents, int[] own, int k, Run run);

    /** The right answers to queries. */
    interface Truth {
        /**
         * Asks the same queries in another arrangement.
         *
         * @param queries {@code q × e}, in the same order
         * @param documents {@code n × e}, in the same order
         * @throws relrep.api.run.InvalidInputException when shapes do not fit or a row is not
         *     finite
         */
        Agreement ask(Matrix queries, Matrix documents, Run run);
    }

    /**
     * What was found, one value a query.
     *
     * @param recall the share of the <i>k</i> right answers that are among the <i>k</i> found, 0 to
     *     1; the expected share where answers are tied and drawn by lot
     * @param correlation of all similarities with those of the right answers, -1 to 1; 0 where one
     *     side has no spread
     */
    @SuppressWarnings("ArrayRecordComponent") // two answers in one, never compared
    record Agreement(float[] recall, float[] correlation) {
        /** Keeps copies. */
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
