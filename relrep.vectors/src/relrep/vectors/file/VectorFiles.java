package relrep.vectors.file;

import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Opens and creates files of vectors in the installed formats.
 *
 * <p>A file is named {@code path}, or {@code path#array} for one of several arrays in it.
 */
public final class VectorFiles {
    private final Registry registry;
    private final Path directory;
    private final FormatChoice choice;

    /**
     * Makes it.
     *
     * @param directory the folder for relative paths
     * @param formats formats named by the user, with options. If it is only one, it also reads
     *     files that no format recognises
     */
    public VectorFiles(Registry registry, Path directory, List<Expression> formats) {
        this.registry = registry;
        this.directory = directory;
        this.choice = new FormatChoice(registry, formats);
        formats.forEach(format -> registry.require(Kind.VECTOR_FORMAT, format.name()));
    }

    /** Returns the folder for relative paths. */
    public Path directory() {
        return directory;
    }

    /**
     * Opens a file.
     *
     * @throws InvalidInputException when the file does not exist, no format recognises it, or its
     *     format refuses it
     * @throws PluginFailureException when no format can read it, and a format failed while
     *     recognising it
     */
    public VectorFile open(String written, Run run) {
        VectorSource source = source(written);
        FileStart start = FileStart.of(source.file());
        FormatChoice.Reading reading = choice.reading(source.file(), start, run);
        Supplier<VectorFile> opening =
                () -> configured(reading.format(), chosen -> chosen.open(source, run));
        return reading.other().isEmpty()
                ? opening.get()
                : vectors(source, opening, reading.other().get());
    }

    /** Opens a file by a last resort, although a failed format may be the right one. */
    private static VectorFile vectors(
            VectorSource source, Supplier<VectorFile> opening, PluginFailureException failure) {
        PluginFailureException blame = failure.with("and no other format knows " + source.file());
        VectorFile file;
        try {
            file = opening.get();
        } catch (InvalidInputException refused) {
            blame.addSuppressed(refused);
            throw blame;
        }
        if (file.content() == VectorFile.Content.KEYS) {
            file.close();
            throw blame;
        }
        return file;
    }

    private VectorSource source(String written) {
        Path whole = directory.resolve(written);
        if (written.equals("-")) {
            throw new InvalidInputException(
                    "a file of vectors must have a name, not '-': files are read more than once,"
                            + " which standard input cannot be; a file of that name is ./-");
        }
        int mark = written.lastIndexOf('#');
        return mark <= 0 || Files.exists(whole)
                ? VectorSource.of(whole)
                : new VectorSource(
                        directory.resolve(written.substring(0, mark)),
                        Optional.of(written.substring(mark + 1)));
    }

    private <R> R configured(Expression format, Function<VectorFormat, R> borrower) {
        return registry.configured(
                Kind.VECTOR_FORMAT,
                VectorFormat.class,
                format,
                configured -> borrower.apply(configured.plugin()));
    }

    /**
     * Checks that a format writes files with the ending of this name.
     *
     * @throws InvalidInputException when none does; the message lists the endings
     */
    public void requireWritable(String written) {
        choice.requireWritable(written);
    }

    /**
     * Creates a file.
     *
     * @param written its path; the ending selects the format
     * @throws InvalidInputException when no format has this ending, or the file cannot be written
     *     there
     * @throws UnavailableException when the disk cannot hold it, at one byte a number
     */
    public VectorWriter create(String written, long rows, int width, boolean keyed, Run run) {
        Expression format = choice.writing(written, run);
        VectorTarget target = new VectorTarget(directory.resolve(written), rows, width, keyed);
        requireRoom(target);
        return configured(format, chosen -> chosen.create(target));
    }

    /** Even what compresses well takes a byte a number; what the disk says it has, it may lack. */
    private static void requireRoom(VectorTarget target) {
        double least = (double) target.rows() * target.width();
        Path folder = target.file().toAbsolutePath().getParent();
        long free;
        try {
            free = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException | SecurityException unknown) {
            return;
        }
        if (least > free) {
            throw new UnavailableException(
                    "the disk must hold %s: %d × %d numbers need %.0f MB at least, and %d MB are free"
                            .formatted(
                                    target.file(),
                                    target.rows(),
                                    target.width(),
                                    least / (1 << 20),
                                    free >> 20),
                    null);
        }
    }
}
