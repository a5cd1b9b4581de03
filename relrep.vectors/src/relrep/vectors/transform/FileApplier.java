package relrep.vectors.transform;

import relrep.api.alignment.Alignment;
import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.vectors.file.AlignmentFile;
import relrep.vectors.file.BlockwiseTransform;
import relrep.vectors.file.OneVector;
import relrep.vectors.file.VectorFiles;
import relrep.vectors.prepare.TransformedAlignment;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;

import java.util.Optional;

/** Applies a map from a file to the vectors of a file. The points may be larger than memory. */
public final class FileApplier {
    /** The condition number from which on the inverse map amplifies noise too much. */
    private static final double STEEP = 1e3;

    private final Registry registry;
    private final VectorFiles files;

    /**
     * Makes it.
     *
     * @param registry the aligners
     * @param files opens the files
     */
    public FileApplier(Registry registry, VectorFiles files) {
        this.registry = registry;
        this.files = files;
    }

    /**
     * Maps all rows and writes their images. The result appears complete or not at all.
     *
     * @throws InvalidInputException when no format writes the result, the map file is not a map,
     *     its aligner is unknown, the points have another width, or the requested inverse does not
     *     exist
     */
    public AppliedFile apply(ApplyRequest request, Run run) {
        files.requireWritable(request.out());
        AlignmentFile kept = AlignmentFile.read(files.directory().resolve(request.map()));
        registry.require(Kind.ALIGNER, kept.aligner().name());
        Alignment alignment = alignment(request, kept);
        try (VectorFile opened = files.open(request.points(), run)) {
            VectorFile file = OneVector.of(opened, request.points(), run);
            int width = width(request, alignment, file.width());
            if (alignment instanceof TransformedAlignment transformed) {
                transformed.staying().ifPresent(run::note);
            }
            try (VectorWriter writer =
                    files.create(request.out(), file.rows(), width, file.keyed(), run)) {
                new BlockwiseTransform(alignment::apply).of(file, writer, width, run);
                writer.commit();
            }
            return new AppliedFile(
                    kept.aligner(),
                    kept.facts().getOrDefault("transforms", ""),
                    file.rows(),
                    width,
                    file.width(),
                    request.inverse() ? steepness(alignment) : Optional.empty());
        }
    }

    private Alignment alignment(ApplyRequest request, AlignmentFile kept) {
        Alignment there = kept.alignment(registry);
        return request.inverse()
                ? there.inverse()
                        .orElseThrow(
                                () ->
                                        InvalidInputException.of(
                                                "inverse",
                                                "needs a map that has an inverse, and the map of %s in %s has none"
                                                        .formatted(kept.aligner(), request.map())))
                : there;
    }

    /** Returns the width of images. */
    private static int width(ApplyRequest request, Alignment alignment, int from) {
        try {
            return alignment.apply(Matrix.of(0, from)).cols();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "%s does not fit %s: %s"
                            .formatted(request.points(), request.map(), e.getMessage()),
                    e);
        }
    }

    /** Returns a warning when the condition number is too large for the inverse map. */
    private static Optional<String> steepness(Alignment alignment) {
        return Optional.ofNullable(alignment.diagnostics().get("map-condition"))
                .filter(condition -> condition > STEEP)
                .map(
                        condition ->
                                ("the map is nearly singular, its condition number is %.3g: what"
                                                + " differs in the points, rounding and noise too,"
                                                + " comes back up to so many times as large")
                                        .formatted(condition));
    }
}
