package relrep.vectors.transform;

import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.file.VectorFile;
import relrep.api.run.Run;
import relrep.vectors.file.AnchorChoice;
import relrep.vectors.file.KeyChoice;
import relrep.vectors.file.LabelFile;
import relrep.vectors.file.Pairing;
import relrep.vectors.file.Rows;
import relrep.vectors.file.RowsInMemory;
import relrep.vectors.file.VectorFiles;
import relrep.vectors.prepare.NamedTransforms;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Registry;

import java.util.List;
import java.util.Optional;

/** Reads the matched rows of two files, and the anchors among them. */
final class RowReader {
    private final Registry registry;
    private final VectorFiles files;
    private final AlignRequest request;

    RowReader(Registry registry, VectorFiles files, AlignRequest request) {
        this.registry = registry;
        this.files = files;
        this.request = request;
    }

    /**
     * Reads the rows to align, and fits the transforms on all of them.
     *
     * @param alone whether to read only the anchors, if a file lists them
     * @param transforms what prepares both spaces; if there are any, {@code alone} must be false
     */
    MatchedRows read(boolean alone, List<Expression> transforms, Run run) {
        String source = request.source();
        String target = request.target();
        try (VectorFile from = files.open(source, run);
                VectorFile to = files.open(target, run)) {
            Rows.requireVectors(from, source);
            Rows.requireVectors(to, target);
            Optional<AnchorChoice> choice =
                    request.anchors().map(name -> new AnchorChoice(name, files.directory()));
            boolean listed = choice.isPresent() && choice.get().file(registry);
            if (request.keys().isEmpty() && !(listed && alone)) {
                requireRoom(from.rows(), from, to);
            }
            Pairing all = KeyChoice.pair(request.keys(), from, source, to, target, files, run);
            int[] places =
                    listed
                            ? all.places(
                                    choice.get().listed(files, from.rows(), source, run), source)
                            : new int[0];
            Pairing pairing = listed && alone ? all.at(places) : all;
            requireRoom(pairing.size(), from, to);
            Matrix ours = Rows.some(from, source, pairing.source(), run.part("source", 0.5));
            Matrix theirs = Rows.some(to, target, pairing.target(), run.part("target", 0.5));
            Space sourceSpace = space(source, ours, from.rows(), pairing.source(), run);
            Space targetSpace = space(target, theirs, from.rows(), pairing.source(), run);
            NamedTransforms prepareSource =
                    NamedTransforms.fit(
                            registry, transforms, sourceSpace, run.part("source transforms", 0));
            NamedTransforms prepareTarget =
                    NamedTransforms.fit(
                            registry, transforms, targetSpace, run.part("target transforms", 0));
            Space preparedSource = prepareSource.chain().apply(sourceSpace);
            Space preparedTarget = prepareTarget.chain().apply(targetSpace);
            Anchors chosen =
                    choice.isEmpty() || (listed && alone)
                            ? Anchors.all(pairing.size())
                            : listed
                                    ? Anchors.ofRows(places)
                                    : choice.get()
                                            .select(
                                                    registry,
                                                    preparedSource,
                                                    run.part("anchors", 0));
            return new MatchedRows(
                    new AlignmentProblem(sourceSpace, targetSpace, chosen),
                    new AlignmentProblem(preparedSource, preparedTarget, chosen),
                    prepareSource,
                    prepareTarget,
                    all);
        }
    }

    private static void requireRoom(long rows, VectorFile from, VectorFile to) {
        RowsInMemory.require("align", rows, from.width(), to.width());
    }

    private Space space(String name, Matrix latents, long rows, int[] numbers, Run run) {
        return request.labels()
                .map(
                        labels ->
                                Space.of(
                                        name,
                                        latents,
                                        LabelFile.read(labels, rows, files, run).select(numbers)))
                .orElseGet(() -> Space.of(name, latents));
    }
}
