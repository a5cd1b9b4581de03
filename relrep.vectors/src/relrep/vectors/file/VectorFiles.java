package relrep.vectors.file;

import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Opens and begins files of vectors, whatever formats are installed.
 *
 * <p>A file is written {@code path}, or {@code path#array} for one of several arrays in it.
 */
public final class VectorFiles {
    private final Registry registry;
    private final Path directory;
    private final FormatChoice choice;

    /**
     * Files as a command sees them.
     *
     * @param directory that paths are relative to
     * @param formats formats with the options with which they are to be used; the only one also
     *     reads what no format recognises
     */
    public VectorFiles(Registry registry, Path directory, List<Expression> formats) {
        this.registry = registry;
        this.directory = directory;
        this.choice = new FormatChoice(registry, formats);
        formats.forEach(format -> registry.require(Kind.VECTOR_FORMAT, format.name()));
    }

    /** Returns the folder that names of files are relative to. */
    public Path directory() {
        return directory;
    }

    /**
     * Opens a file.
     *
     * @throws InvalidInputException when there is none, no format knows it, or its format refuses
     *     it
     * @throws PluginFailureException when no format makes vectors of it, and one failed in saying
     *     whether it knows the file
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

    /** Opens what one format may know that failed, by a last resort. */
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
     * Refuses the name of a file that no format writes.
     *
     * @throws InvalidInputException with the endings that there are
     */
    public void requireWritable(String written) {
        choice.requireWritable(written);
    }

    /**
     * Begins a file.
     *
     * @param written its path, whose ending tells the format
     * @throws InvalidInputException when no format writes such a file, or it cannot be written
     *     there
     */
    public VectorWriter create(String written, long rows, int width, boolean keyed, Run run) {
        Expression format = choice.writing(written, run);
        VectorTarget target = new VectorTarget(directory.resolve(written), rows, width, keyed);
        return configured(format, chosen -> chosen.create(target));
    }
}
