package relrep.kernels.tile;

/** Selects the best few of many numbered scores; among equals the lower number is better. */
final class Ranking {
    private final int[] indices;
    private final double[] scores;
    private int size;

    Ranking(int room) {
        this.indices = new int[room];
        this.scores = new double[room];
    }

    int size() {
        return size;
    }

    int index(int place) {
        return indices[place];
    }

    double score(int place) {
        return scores[place];
    }

    void add(int index, double score) {
        if (size == indices.length && !better(score, index, size - 1)) {
            return;
        }
        int place = size < indices.length ? size++ : size - 1;
        for (; place > 0 && better(score, index, place - 1); place--) {
            indices[place] = indices[place - 1];
            scores[place] = scores[place - 1];
        }
        indices[place] = index;
        scores[place] = score;
    }

    private boolean better(double score, int index, int place) {
        return score > scores[place] || (score == scores[place] && index < indices[place]);
    }
}
