package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.run.Run;
import relrep.workbench.terminal.Quantity;

/**
 * Checks an appraiser of retrieval: it must return one recall and one correlation per query, in
 * their ranges.
 */
record CheckedRetrieval(ContractCheck check, RetrievalAppraiser plugin)
        implements RetrievalAppraiser {
    /** The tolerance for rounding. */
    private static final double ROUNDING = 1e-5;

    @Override
    public Truth truth(Matrix queries, Matrix documents, int[] own, int k, Run run) {
        Truth truth =
                check.get(
                        "truth",
                        "answers",
                        () -> plugin.truth(queries, documents, own, k, check.watched(run)));
        return (asking, asked, part) -> asked(truth, asking, asked, part);
    }

    private Agreement asked(Truth truth, Matrix queries, Matrix documents, Run run) {
        Agreement found =
                check.get(
                        "ask",
                        "an agreement",
                        () -> truth.ask(queries, documents, check.watched(run)));
        require("recall", found.recall(), 0, queries.rows());
        require("correlation", found.correlation(), -1, queries.rows());
        return found;
    }

    private void require(String what, float[] values, int lower, int queries) {
        check.require(
                values.length == queries,
                "ask",
                "must return one %s for each of %s, not %d",
                what,
                Quantity.of(queries, "query", "queries"),
                values.length);
        for (float value : values) {
            check.require(
                    value >= lower - ROUNDING && value <= 1 + ROUNDING,
                    "ask",
                    "must return a %s from %d to 1, not %s",
                    what,
                    lower,
                    value);
        }
    }
}
