package relrep.formats.labelled;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The vectors of one file with their labels and keys.
 *
 * @param file the file of vectors
 * @param vectors all rows
 * @param labels the words of their labels
 * @param keys their keys
 */
record VectorPart(Path file, Matrix vectors, Optional<NamedRows> labels, Optional<NamedRows> keys) {
    private static final int BLOCK = 1024;

    /**
     * Reads all vectors of an open file, and the keys that it has.
     *
     * @throws InvalidInputException when it holds a list, or nothing
     */
    static VectorPart read(Path file, VectorFile open, Run run) {
        if (open.content() != VectorFile.Content.VECTORS || open.rows() == 0) {
            throw new InvalidInputException(
                    "%s must hold vectors, one a row, but holds %s"
                            .formatted(file, open.rows() == 0 ? "none" : "a list"));
        }
        int rows = Math.toIntExact(open.rows());
        List<String> keys = new ArrayList<>();
        Matrix vectors =
                Matrix.filled(
                        rows,
                        open.width(),
                        memory -> {
                            for (int from = 0; from < rows; from += BLOCK) {
                                run.step(from, rows);
                                VectorBlock block = open.read(from, Math.min(rows, from + BLOCK));
                                keys.addAll(block.keys());
                                memory.put(block.vectors().buffer());
                            }
                        });
        return new VectorPart(
                file,
                vectors,
                Optional.empty(),
                open.keyed()
                        ? Optional.of(new NamedRows("keys", file, keys).requireOnce())
                        : Optional.empty());
    }

    /** Returns these vectors with labels. */
    VectorPart labelled(NamedRows names) {
        return new VectorPart(
                file, vectors, Optional.of(names.requireFor(file, vectors.rows())), keys);
    }

    /** Returns these vectors with keys. */
    VectorPart keyed(NamedRows names) {
        return new VectorPart(
                file,
                vectors,
                labels,
                Optional.of(names.requireFor(file, vectors.rows()).requireOnce()));
    }

    /**
     * Returns them as samples.
     *
     * @param classes the names of the classes, in their order
     */
    Samples samples(List<String> classes) {
        return new Samples(
                vectors,
                Shape.vector(vectors.cols()),
                labels.map(names -> Labels.of(classes, names.in(classes))),
                keys.map(NamedRows::values));
    }
}
