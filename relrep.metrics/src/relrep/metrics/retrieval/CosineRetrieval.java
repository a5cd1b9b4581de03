package relrep.metrics.retrieval;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.tile.Projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures retrieval by cosine, of every query against every document. */
@Component(service = RetrievalAppraiser.class)
public final class CosineRetrieval implements RetrievalAppraiser {
    private static final int BLOCK = 256;

    @Override
    public Truth truth(Matrix queries, Matrix documents, int[] own, int k, Run run) {
        require(queries, documents, queries.rows(), documents.rows());
        if (own.length != queries.rows()
                || Arrays.stream(own).anyMatch(row -> row < 0 || row >= documents.rows())) {
            throw new InvalidInputException(
                    "each of %d queries must have a document of its own among %d, not %s"
                            .formatted(queries.rows(), documents.rows(), Arrays.toString(own)));
        }
        if (k < 1 || k >= documents.rows()) {
            throw new InvalidInputException(
                    "answers must be 1 to %d, the documents there are less the query itself, not %d"
                            .formatted(documents.rows() - 1, k));
        }
        List<Answers> right = new ArrayList<>();
        each(queries, documents, own, run, (query, cosines) -> right.add(Answers.of(cosines, k)));
        int n = documents.rows();
        return (asked, kept, work) -> {
            require(asked, kept, own.length, n);
            float[] recall = new float[own.length];
            float[] correlation = new float[own.length];
            each(
                    asked,
                    kept,
                    own,
                    work,
                    (query, cosines) -> {
                        Answers found = Answers.of(cosines, k);
                        recall[query] = (float) right.get(query).recall(found);
                        correlation[query] = (float) right.get(query).correlation(found);
                    });
            return new Agreement(recall, correlation);
        };
    }

    /** Receives a query with its cosines to all documents except itself. */
    @FunctionalInterface
    private interface Asked {
        void take(int query, float[] cosines);
    }

    private static void each(Matrix queries, Matrix documents, int[] own, Run run, Asked asked) {
        Projection projection = Projection.create();
        int n = documents.rows();
        float[] row = new float[n];
        for (int from = 0; from < own.length; from += BLOCK) {
            run.step(from, own.length);
            int to = Math.min(own.length, from + BLOCK);
            var cosines = projection.cosine(queries.rows(from, to), documents).buffer();
            for (int query = from; query < to; query++) {
                cosines.get((query - from) * n, row);
                float[] others = new float[n - 1];
                System.arraycopy(row, 0, others, 0, own[query]);
                System.arraycopy(row, own[query] + 1, others, own[query], n - 1 - own[query]);
                asked.take(query, others);
            }
        }
        run.step(1, 1);
    }

    private static void require(Matrix queries, Matrix documents, int count, int of) {
        if (queries.rows() != count || documents.rows() != of) {
            throw new InvalidInputException(
                    "%d queries must ask %d documents, not %d ask %d"
                            .formatted(count, of, queries.rows(), documents.rows()));
        }
        if (queries.cols() != documents.cols()) {
            throw new InvalidInputException(
                    "queries and documents must be equally wide, not %d and %d"
                            .formatted(queries.cols(), documents.cols()));
        }
        queries.requireFinite("the queries");
        documents.requireFinite("the documents");
    }
}
