package relrep.cli.command;

import relrep.api.data.Matrix;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.run.Run;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Retrieval by cosine, computed from its definition. */
final class PlainRetrieval implements RetrievalAppraiser {
    @Override
    public Truth truth(Matrix queries, Matrix documents, int[] own, int k, Run run) {
        return (asked, kept, work) -> {
            float[] recall = new float[own.length];
            float[] correlation = new float[own.length];
            for (int q = 0; q < own.length; q++) {
                List<Integer> right = nearest(queries.row(q), documents, own[q], k);
                recall[q] = (float) shared(right, nearest(asked.row(q), kept, own[q], k));
                correlation[q] = recall[q] / 2;
            }
            return new Agreement(recall, correlation);
        };
    }

    static double shared(List<Integer> right, List<Integer> found) {
        return (double) found.stream().filter(right::contains).count() / right.size();
    }

    static List<Integer> nearest(float[] query, Matrix documents, int own, int k) {
        return IntStream.range(0, documents.rows())
                .filter(row -> row != own)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -cosine(query, documents.row(row))))
                .limit(k)
                .toList();
    }

    private static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
