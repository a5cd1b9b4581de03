package relrep.vectors.compare;

import relrep.api.data.Matrix;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.metric.RetrievalAppraiser.Agreement;
import relrep.api.metric.RetrievalAppraiser.Truth;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.vectors.compare.RetrievalReport.Way;
import relrep.workbench.contract.CheckedPlugin;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.plugins.Precedence;
import relrep.workbench.terminal.Quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Measures retrieval among the held-out rows: queries of the target search documents of the source,
 * with the queries or the documents mapped. The right answers are a query's neighbours among the
 * targets. These are the answers if all documents were embedded anew by the target's encoder.
 */
final class Retrieval {
    private static final int MOST_ANSWERS = 10;

    /** The least number of documents per answer, so that wrong answers are likely enough. */
    private static final int FEWEST_OTHERS = 2;

    /**
     * The number of documents per answer. With few documents, the ten nearest are a coarse test, in
     * which maps look better relative to staying than with thousands of documents.
     */
    private static final int DOCUMENTS_AN_ANSWER = 300;

    private static final int MOST_QUERIES = 1_000;
    private static final double HALF = 0.5;

    /** The queries and documents of one way of asking; the reason says why they are missing. */
    private record Question(
            SearchMode asked,
            String form,
            Matrix queries,
            Matrix documents,
            Matrix mappedTo,
            String reason) {
        boolean there() {
            return reason.isEmpty();
        }

        /**
         * Returns the mean norm of the mapped rows relative to that of the rows of the space that
         * they were mapped to.
         */
        OptionalDouble norm() {
            if (mappedTo == null) {
                return OptionalDouble.empty();
            }
            double other = SpaceDiagnostics.meanNorm(mappedTo);
            double mapped =
                    SpaceDiagnostics.meanNorm(
                            asked == SearchMode.MAPPED_SOURCE ? documents : queries);
            return other > 0 ? OptionalDouble.of(mapped / other) : OptionalDouble.empty();
        }
    }

    private final List<Question> questions = new ArrayList<>();
    private final Matrix target;
    private final int[] rows;
    private final int k;
    private final int ranked;

    private Retrieval(Matrix target, int[] rows) {
        this.target = target;
        this.rows = rows;
        this.k = Math.max(1, Math.min(MOST_ANSWERS, target.rows() / DOCUMENTS_AN_ANSWER));
        this.ranked = Math.max(k, Math.min(MOST_ANSWERS, (target.rows() - 1) / FEWEST_OTHERS));
    }

    /**
     * Measures all ways of asking.
     *
     * @param appraisers the first one is used
     * @param bootstrap the number of bootstrap draws of queries
     */
    static RetrievalReport of(
            Representations forms, List<RetrievalAppraiser> appraisers, int bootstrap, Run run) {
        Matrix source = forms.spaces().source().latents();
        Matrix target = forms.spaces().target().latents();
        if (appraisers.isEmpty()) {
            return RetrievalReport.absent("no installed plugin measures retrieval");
        }
        Optional<String> stranger = CheckedPlugin.stranger(appraisers.get(0));
        stranger.ifPresent(
                bundle ->
                        run.note(
                                "what targets find is measured by %s, and not by relrep itself: %s"
                                        .formatted(bundle, Precedence.RULE)));
        int count = Math.min(MOST_QUERIES, target.rows());
        int[] rows =
                Representation.first(
                        run.seed().branch("queries").permutation(target.rows()), count);
        Retrieval retrieval = new Retrieval(target, rows);
        retrieval.ask(SearchMode.STAYING, "", source, source, null, "");
        boolean equal = source.cols() == target.cols();
        retrieval.ask(
                SearchMode.NO_MAP,
                "",
                target,
                source,
                null,
                equal
                        ? ""
                        : "the source has %s, the target %d"
                                .formatted(
                                        Quantity.of(source.cols(), "coordinate"), target.cols()));
        Representation relative = forms.relative();
        if (relative.there()) {
            Matrix ours = relative.source().latents();
            retrieval.ask(SearchMode.RELATIVE, "", relative.target().latents(), ours, null, "");
        } else {
            retrieval.questions.add(
                    new Question(SearchMode.RELATIVE, "", null, null, null, relative.reason()));
        }
        for (HeldOutImages image : forms.images()) {
            retrieval.ask(
                    SearchMode.MAPPED_SOURCE,
                    image.aligner(),
                    target,
                    image.source(),
                    target,
                    image.reason());
        }
        for (HeldOutImages image : forms.images()) {
            retrieval.ask(
                    SearchMode.MAPPED_TARGET,
                    image.aligner(),
                    image.target(),
                    source,
                    source,
                    image.backReason());
        }
        try {
            return retrieval.report(
                    CheckedPlugin.ofNameless(RetrievalAppraiser.class, appraisers.get(0)),
                    stranger.orElse(""),
                    bootstrap,
                    forms.simplicity(),
                    run);
        } catch (InvalidInputException refused) {
            return RetrievalReport.absent(refused.getMessage());
        } catch (PluginFailureException broken) {
            return RetrievalReport.absent(forms.failures().add(broken));
        }
    }

    private void ask(
            SearchMode asked,
            String form,
            Matrix queries,
            Matrix documents,
            Matrix mappedTo,
            String reason) {
        questions.add(
                new Question(
                        asked,
                        form,
                        reason.isEmpty() ? queries.select(rows) : null,
                        documents,
                        reason.isEmpty() ? mappedTo : null,
                        reason));
    }

    private RetrievalReport report(
            RetrievalAppraiser appraiser,
            String measuredBy,
            int bootstrap,
            Comparator<String> simplicity,
            Run run) {
        boolean twice = ranked != k;
        Agreement[] found = ask(appraiser, k, run.part("recall", twice ? HALF : 1));
        Agreement[] more = twice ? ask(appraiser, ranked, run.part("ranking", HALF)) : found;
        float[][] recall = recalls(found);
        float[][] order = recalls(more);
        Replicates replicates =
                Replicates.bootstrap(recall, rows.length, bootstrap, run.part("intervals", 0));
        Replicates noise =
                Replicates.bootstrap(order, rows.length, bootstrap, run.part("intervals", 0));
        return new RetrievalReport(
                rows.length,
                target.rows(),
                k,
                ranked,
                bootstrap,
                IntStream.range(0, recall.length)
                        .mapToObj(q -> way(q, recall, order[q], found[q], replicates))
                        .toList(),
                ranking(SearchMode.MAPPED_SOURCE, order, noise, simplicity),
                ranking(SearchMode.MAPPED_TARGET, order, noise, simplicity),
                measuredBy,
                "");
    }

    /** Runs every way of asking with a number of answers; null for a way that is missing. */
    private Agreement[] ask(RetrievalAppraiser appraiser, int answers, Run run) {
        double share = 1.0 / (questions.size() + 1);
        Truth truth =
                appraiser.truth(
                        target.select(rows), target, rows, answers, run.part("truth", share));
        Agreement[] found = new Agreement[questions.size()];
        for (int q = 0; q < found.length; q++) {
            Question question = questions.get(q);
            Run part = run.part((question.asked().word() + " " + question.form()).strip(), share);
            if (question.there()) {
                found[q] = truth.ask(question.queries(), question.documents(), part);
            }
            part.step(1, 1);
        }
        return found;
    }

    private static float[][] recalls(Agreement[] found) {
        return Arrays.stream(found)
                .map(one -> one == null ? null : one.recall())
                .toArray(float[][]::new);
    }

    private Way way(
            int q, float[][] recall, float[] order, Agreement found, Replicates replicates) {
        Question question = questions.get(q);
        if (!question.there()) {
            return Way.absent(question.asked(), question.form(), question.reason());
        }
        double value = mean(recall[q]);
        boolean compared = question.asked() != SearchMode.STAYING;
        double gain = value - mean(recall[0]);
        return new Way(
                question.asked(),
                question.form(),
                value,
                replicates.around(q, value),
                mean(order),
                mean(found.correlation()),
                compared ? OptionalDouble.of(gain) : OptionalDouble.empty(),
                compared ? replicates.difference(q, 0, gain) : Optional.empty(),
                question.asked().compareTo(SearchMode.NO_MAP) > 0 && recall[1] != null
                        ? replicates.difference(q, 1, value - mean(recall[1]))
                        : Optional.empty(),
                question.norm(),
                "");
    }

    private Optional<Ranking> ranking(
            SearchMode asked, float[][] recall, Replicates noise, Comparator<String> simplicity) {
        int[] places =
                IntStream.range(0, recall.length)
                        .filter(q -> questions.get(q).asked() == asked && recall[q] != null)
                        .toArray();
        return Ranking.of(
                IntStream.of(places).mapToObj(q -> questions.get(q).form()).toList(),
                IntStream.of(places).mapToDouble(q -> mean(recall[q])).toArray(),
                Double.POSITIVE_INFINITY,
                (one, other, value) -> noise.difference(places[one], places[other], value),
                simplicity);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
