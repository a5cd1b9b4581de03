package relrep.kernels.tile;

/** Finds the nearest candidates for a panel of queries. */
final class Nearest implements PairStream.Judge {
    private final Pairs pairs;
    private final ExactScores exact;
    private final TopKCandidates shelves;
    private final Loops loops;
    private final int[] found;
    private final int[] result;
    private final boolean[] tied;

    /**
     * Makes it.
     *
     * @param result receives the nearest candidates of all queries
     * @param tied receives whether other candidates tie with the last of them
     */
    Nearest(Pairs pairs, TopKCandidates shelves, Loops loops, int[] result, boolean[] tied) {
        this.pairs = pairs;
        this.exact = new ExactScores(pairs);
        this.shelves = shelves;
        this.loops = loops;
        this.found = new int[shelves.bar().length];
        this.result = result;
        this.tied = tied;
    }

    @Override
    public void look(int candidate, float[] products) {
        float factor = pairs.factor(candidate);
        float offset = pairs.offset(candidate);
        float highest = offset + pairs.candidateSlack(candidate);
        int hits = loops.reaching(products, factor, highest, shelves.bar(), found);
        for (int h = 0; h < hits; h++) {
            int i = found[h];
            shelves.put(i, candidate, products[i] * factor + offset, exact);
        }
    }

    @Override
    public void conclude() {
        shelves.conclude(result, tied, exact);
    }
}
