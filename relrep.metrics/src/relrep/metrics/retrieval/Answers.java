package relrep.metrics.retrieval;

import java.util.PriorityQueue;

/**
 * The answers to a query: its similarities to all documents, and the <i>k</i> nearest documents.
 *
 * @param similarities one per document
 * @param k the number of answers
 * @param threshold the <i>k</i>th largest similarity
 * @param share the share of the documents at the threshold that is among the nearest
 */
@SuppressWarnings("ArrayRecordComponent") // read by each score, never compared
record Answers(float[] similarities, int k, float threshold, double share) {
    /** Cosines closer than this are equal: four spacings of floats at 1. */
    private static final float TIE = 0x1p-22f;

    static Answers of(float[] similarities, int k) {
        PriorityQueue<Float> best = new PriorityQueue<>(k);
        float least = Float.NEGATIVE_INFINITY;
        for (float similarity : similarities) {
            if (best.size() < k) {
                best.add(similarity);
                least = best.peek();
            } else if (similarity > least) {
                best.poll();
                best.add(similarity);
                least = best.peek();
            }
        }
        int nearer = 0;
        int tied = 0;
        for (float similarity : similarities) {
            if (similarity > least + TIE) {
                nearer++;
            } else if (similarity >= least - TIE) {
                tied++;
            }
        }
        return new Answers(similarities, k, least, (double) (k - nearer) / tied);
    }

    /** Returns the probability that a document is among the nearest, with ties broken at random. */
    private double nearest(int document) {
        float similarity = similarities[document];
        if (similarity > threshold + TIE) {
            return 1;
        }
        return similarity >= threshold - TIE ? share : 0;
    }

    /** Returns the expected share of these answers that is among the found ones. */
    double recall(Answers found) {
        double sum = 0;
        for (int document = 0; document < similarities.length; document++) {
            double there = nearest(document);
            if (there > 0) {
                sum += there * found.nearest(document);
            }
        }
        return sum / k;
    }

    /** Returns Pearson's correlation of the similarities, 0 if one side is constant. */
    double correlation(Answers found) {
        double n = similarities.length;
        double x = 0;
        double y = 0;
        for (int i = 0; i < n; i++) {
            x += similarities[i] / n;
            y += found.similarities[i] / n;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            double a = similarities[i] - x;
            double b = found.similarities[i] - y;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }
        boolean spread = xx > n * TIE * TIE && yy > n * TIE * TIE;
        return spread ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : 0;
    }
}
