package relrep.vectors.transform;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.AlignmentState;
import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.vectors.compare.NotesRun;
import relrep.vectors.file.Fingerprint;
import relrep.vectors.file.VectorFiles;
import relrep.vectors.prepare.NamedTransforms;
import relrep.vectors.prepare.TransformedAlignment;
import relrep.workbench.contract.CollapsedImage;
import relrep.workbench.plugins.Configured;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;
import relrep.workbench.terminal.Quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits a map from the vectors of one file to those of another. */
public final class FileAligner {
    private final Registry registry;
    private final VectorFiles files;

    /**
     * Makes it.
     *
     * @param registry the aligners and anchor selectors
     * @param files opens the files
     */
    public FileAligner(Registry registry, VectorFiles files) {
        this.registry = registry;
        this.files = files;
    }

    /**
     * Matches the rows of two files and fits a map on them, after the transforms of the request.
     * All matched rows must fit into memory. If a file lists the anchors, the aligner reads only
     * these, and there are no transforms, only the anchors must fit.
     *
     * @throws InvalidInputException when a plugin is unknown, a file cannot be read, rows do not
     *     match, or the map has no state that can be saved
     * @throws relrep.api.run.UnavailableException when the rows need more memory than the heap
     *     limit
     */
    public FittedFile fit(AlignRequest request, Run run) {
        Expression expression = Expression.parse(request.aligner());
        registry.require(Kind.ALIGNER, expression.name());
        List<Expression> transforms = NamedTransforms.known(registry, request.transforms());
        return registry.configured(
                Kind.ALIGNER,
                Aligner.class,
                expression,
                configured -> {
                    boolean alone = transforms.isEmpty() && configured.plugin().readsAnchorsAlone();
                    MatchedRows rows =
                            new RowReader(registry, files, request)
                                    .read(alone, transforms, run.part("reading", 0.3));
                    return fit(configured, request, rows, run.seed().value(), run.part("fit", 0.7));
                });
    }

    private static FittedFile fit(
            Configured<Aligner> configured,
            AlignRequest request,
            MatchedRows rows,
            long seed,
            Run run) {
        AlignmentProblem problem = rows.problem();
        NotesRun noted = NotesRun.of(run);
        Alignment alignment = configured.plugin().fit(problem, noted);
        AlignmentState state =
                alignment
                        .state()
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "the map of %s cannot be kept in a file: its aligner does not say what it consists of"
                                                        .formatted(configured.expression())));
        AlignmentProblem read = rows.read();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("source-width", read.source().width());
        facts.put("target-width", read.target().width());
        if (!rows.source().none()) {
            facts.put("transforms", rows.source().toString());
        }
        facts.put("anchors", read.anchors().size());
        facts.put("anchors.sha256", Fingerprint.of(read.sourcePoints(), read.targetPoints()));
        facts.put("matched", rows.pairing().sentence());
        facts.put("seed", seed);
        Map<String, Double> diagnostics = alignment.diagnostics();
        List<String> warnings = new ArrayList<>();
        if (problem.anchors().size() < problem.source().width()) {
            warnings.add(
                    "%s fewer than the %s: many maps fit as well"
                            .formatted(
                                    Quantity.are(problem.anchors().size(), "anchor"),
                                    Quantity.of(problem.source().width(), "coordinate")));
        }
        warnings.addAll(noted.list());
        Alignment whole = TransformedAlignment.of(rows.source(), alignment, rows.target());
        if (whole instanceof TransformedAlignment transformed) {
            transformed.staying().ifPresent(warnings::add);
        }
        Matrix fitted = problem.sourcePoints();
        CollapsedImage.sentence(
                        request.source(), fitted, request.aligner(), alignment.apply(fitted))
                .ifPresent(warnings::add);
        return new FittedFile(
                configured.expression(),
                whole,
                state,
                rows.source().kept(),
                rows.target().kept(),
                read,
                rows.pairing(),
                diagnostics,
                facts,
                warnings);
    }
}
