package relrep.vectors.file;

import relrep.api.file.FileSignature;
import relrep.api.file.VectorFormat;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.workbench.contract.CheckedPlugin;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.InstalledPlugin.State;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Chooses the format that reads or writes a file among the installed ones.
 *
 * <p>A format that the user named has priority. A last resort reads only files that no other format
 * recognises. A format that fails while recognising is skipped with a warning. If no other format
 * can read the file, the error is about the failed format, not about the file.
 */
final class FormatChoice {
    private final Registry registry;
    private final List<Expression> named;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    FormatChoice(Registry registry, List<Expression> named) {
        this.registry = registry;
        this.named = List.copyOf(named);
    }

    /**
     * The format for reading a file.
     *
     * @param format with its options
     * @param other a failed format that may be the right one; present if the chosen format is an
     *     unnamed last resort that does not recognise the file by its name
     */
    record Reading(Expression format, Optional<PluginFailureException> other) {}

    /**
     * Returns the format of a file.
     *
     * @throws InvalidInputException when no format recognises the file, or several do and none of
     *     them was named
     * @throws PluginFailureException when no format recognises the file and one failed
     */
    Reading reading(Path file, FileStart start, Run run) {
        Map<String, PluginFailureException> failed = new LinkedHashMap<>();
        List<String> known = new ArrayList<>();
        List<String> last = new ArrayList<>();
        List<String> lastByName = new ArrayList<>();
        for (String name : names()) {
            asked(
                    name,
                    failed,
                    format -> {
                        if (start.isOf(format)) {
                            boolean resort = format.lastResort();
                            (resort ? last : known).add(name);
                            if (resort && format.recognises(start.name(), new byte[0])) {
                                lastByName.add(name);
                            }
                        }
                        return true;
                    });
        }
        List<Expression> wanted =
                named.stream()
                        .filter(one -> known.contains(one.name()) || last.contains(one.name()))
                        .toList();
        boolean stranger =
                named.size() == 1
                        && wanted.isEmpty()
                        && known.isEmpty()
                        && lastByName.isEmpty()
                        && FileSignature.of(start.bytes()).isEmpty();
        Expression chosen =
                stranger
                        ? named.get(0)
                        : wanted.size() == 1
                                ? wanted.get(0)
                                : only(file, start, known.isEmpty() ? last : known, failed);
        failed.forEach(
                (name, failure) ->
                        once(run, failure.getMessage() + "; it is passed over for " + file));
        boolean clear =
                !wanted.isEmpty()
                        || stranger
                        || !known.isEmpty()
                        || lastByName.contains(chosen.name());
        return new Reading(chosen, clear ? Optional.empty() : failed.values().stream().findFirst());
    }

    private Expression only(
            Path file,
            FileStart start,
            List<String> known,
            Map<String, PluginFailureException> failed) {
        if (known.size() == 1) {
            return asGiven(known.get(0));
        }
        if (known.size() > 1) {
            throw new InvalidInputException(
                    "%s must be in one format, but %s recognise it; format=%s reads it as that"
                            .formatted(file, String.join(" and ", known), known.get(0)));
        }
        Optional<PluginFailureException> failure = failed.values().stream().findFirst();
        if (failure.isPresent()) {
            throw failure.get().with("and no other format knows " + file);
        }
        throw new InvalidInputException(
                "%s must be in a known format (%s); it %s"
                        .formatted(
                                file,
                                String.join(", ", names()),
                                FileSignature.of(start.bytes())
                                        .map(is -> "is " + is)
                                        .orElse("begins with " + start.shown())));
    }

    /**
     * Checks that a format writes files with the ending of this name.
     *
     * @throws InvalidInputException when none does; the message lists the endings
     */
    void requireWritable(String written) {
        new FormatChoice(registry, named).writing(written, Run.quiet(Seed.of(1)));
    }

    /**
     * Returns the format that writes a file. Of several, it is the named one, or else the first by
     * name, with a note.
     *
     * @throws InvalidInputException when none does; the message lists the endings
     */
    Expression writing(String written, Run run) {
        String name = written.toLowerCase(Locale.ROOT);
        Map<String, PluginFailureException> failed = new LinkedHashMap<>();
        Set<String> endings = new LinkedHashSet<>();
        List<String> able = new ArrayList<>();
        for (String format : names()) {
            asked(
                    format,
                    failed,
                    service -> {
                        List<String> its = service.writes();
                        endings.addAll(its);
                        return its.stream().anyMatch(name::endsWith) && able.add(format);
                    });
        }
        if (able.isEmpty()) {
            failed.values().stream()
                    .findFirst()
                    .ifPresent(
                            failure -> {
                                throw failure.with("and no other format writes " + written);
                            });
            throw new InvalidInputException(
                    "a file of vectors to write must end with one of %s, not '%s'"
                            .formatted(String.join(", ", endings), written));
        }
        failed.forEach(
                (format, failure) ->
                        once(run, failure.getMessage() + "; it is passed over for " + written));
        List<Expression> wanted = named.stream().filter(one -> able.contains(one.name())).toList();
        if (able.size() > 1 && wanted.size() != 1) {
            once(
                    run,
                    "%s may be written by %s; %s does, the first by name; format=%s chooses another"
                            .formatted(
                                    written, String.join(" and ", able), able.get(0), able.get(1)));
        }
        return wanted.size() == 1 ? wanted.get(0) : asGiven(able.get(0));
    }

    private void once(Run run, String sentence) {
        if (said.add(sentence)) {
            run.note(sentence);
        }
    }

    private void asked(
            String name,
            Map<String, PluginFailureException> failed,
            Function<VectorFormat, Boolean> question) {
        try {
            registry.use(
                    Kind.VECTOR_FORMAT,
                    name,
                    service -> question.apply(CheckedPlugin.of(VectorFormat.class, name, service)));
        } catch (PluginFailureException failure) {
            failed.put(name, failure);
        }
    }

    private Expression asGiven(String name) {
        return named.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Expression(name, Map.of()));
    }

    private List<String> names() {
        return registry.installed(Kind.VECTOR_FORMAT).stream()
                .filter(plugin -> plugin.state() == State.READY)
                .map(InstalledPlugin::name)
                .distinct()
                .sorted()
                .toList();
    }
}
