package relrep.runtime.vector;

import relrep.api.file.FileSignature;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.runtime.contract.CheckedPlugin;
import relrep.runtime.plugins.Expression;
import relrep.runtime.plugins.InstalledPlugin;
import relrep.runtime.plugins.InstalledPlugin.State;
import relrep.runtime.plugins.Kind;
import relrep.runtime.plugins.Options;
import relrep.runtime.plugins.Registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Opens and begins files of vectors, whatever formats are installed.
 *
 * <p>A file is written {@code path}, or {@code path#array} for one of several arrays in it.
 */
public final class VectorFiles {
    private final Registry registry;
    private final Path directory;
    private final List<Expression> formats;

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
        this.formats = List.copyOf(formats);
        formats.forEach(format -> registry.require(Kind.VECTOR_FORMAT, format.name()));
    }

    /**
     * Opens a file.
     *
     * @throws InvalidInputException when there is none, no format knows it, or its format refuses
     *     it
     */
    public VectorFile open(String written, Run run) {
        VectorSource source = source(written);
        FileStart start = FileStart.of(source.file());
        Expression format = recognised(source, start).orElseGet(() -> only(source, start));
        return registry.use(
                Kind.VECTOR_FORMAT,
                format.name(),
                service -> configured(format, service).open(source, run));
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

    /** Of several formats that know a file, the one that was named reads it. */
    private Optional<Expression> recognised(VectorSource source, FileStart start) {
        List<String> all =
                names().stream()
                        .filter(
                                name ->
                                        registry.use(
                                                Kind.VECTOR_FORMAT,
                                                name,
                                                service -> start.isOf(checked(name, service))))
                        .toList();
        List<Expression> named =
                formats.stream().filter(format -> all.contains(format.name())).toList();
        if (all.size() > 1 && named.size() != 1) {
            throw new InvalidInputException(
                    "%s must be of one format, but %s know it; --format %s reads it as that"
                            .formatted(source.file(), String.join(" and ", all), all.get(0)));
        }
        return named.size() == 1
                ? Optional.of(named.get(0))
                : all.stream().findFirst().map(this::asGiven);
    }

    private Expression asGiven(String name) {
        return formats.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Expression(name, Map.of()));
    }

    private Expression only(VectorSource source, FileStart start) {
        Optional<String> kind = FileSignature.of(start.bytes());
        if (formats.size() == 1 && kind.isEmpty()) {
            return formats.get(0);
        }
        throw new InvalidInputException(
                "%s must be of a format that is known, there are %s; it %s"
                        .formatted(
                                source.file(),
                                String.join(", ", names()),
                                kind.map(is -> "is " + is).orElse("begins with " + start.shown())));
    }

    private List<String> names() {
        return registry.installed(Kind.VECTOR_FORMAT).stream()
                .filter(plugin -> plugin.state() == State.READY)
                .map(InstalledPlugin::name)
                .distinct()
                .toList();
    }

    private static VectorFormat checked(String name, Object service) {
        return CheckedPlugin.of(VectorFormat.class, name, service);
    }

    private static VectorFormat configured(Expression format, Object service) {
        return Options.of(format.name(), service)
                .configure(VectorFormat.class, format.options())
                .plugin();
    }

    /**
     * Refuses the name of a file that no format writes.
     *
     * @throws InvalidInputException with the endings that there are
     */
    public void requireWritable(String written) {
        writing(written);
    }

    /**
     * Begins a file.
     *
     * @param written its path, whose ending tells the format
     * @throws InvalidInputException when no format writes such a file, or it cannot be written
     *     there
     */
    public VectorWriter create(String written, long rows, int width, boolean keyed) {
        Expression format = asGiven(writing(written));
        VectorTarget target = new VectorTarget(directory.resolve(written), rows, width, keyed);
        return registry.use(
                Kind.VECTOR_FORMAT,
                format.name(),
                service -> configured(format, service).create(target));
    }

    private String writing(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        List<String> endings = new ArrayList<>();
        for (String format : names()) {
            List<String> its =
                    registry.use(
                            Kind.VECTOR_FORMAT,
                            format,
                            service -> checked(format, service).writes());
            if (its.stream().anyMatch(name::endsWith)) {
                return format;
            }
            endings.addAll(its);
        }
        throw new InvalidInputException(
                "a file of vectors to write must end with one of %s, not '%s'"
                        .formatted(String.join(", ", endings), written));
    }
}
