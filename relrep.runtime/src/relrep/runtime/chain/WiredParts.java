package relrep.runtime.chain;

import relrep.api.metric.Metric;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.runtime.cell.Part;
import relrep.runtime.cell.Parts;
import relrep.runtime.experiment.Written;
import relrep.runtime.plugins.Configured;
import relrep.runtime.plugins.Expression;
import relrep.runtime.plugins.Kind;
import relrep.runtime.plugins.Nearest;
import relrep.runtime.plugins.Options;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Plugins that a chain was given, each made with its options once. */
public final class WiredParts implements Parts {
    private final List<Given> given;
    private final Map<Key, Part<?>> made = new ConcurrentHashMap<>();

    private record Key(Kind kind, Expression expression) {}

    /**
     * A plugin with its defaults.
     *
     * @param kind what it is
     * @param name what experiments call it
     * @param service the plugin
     * @param code gives a digest of the code that it runs
     */
    public record Given(Kind kind, String name, Object service, Supplier<String> code) {}

    /**
     * Keeps the plugins.
     *
     * @param given of several with one name the first is used
     */
    public WiredParts(List<Given> given) {
        this.given = List.copyOf(given);
    }

    @Override
    public <T> Part<T> get(Kind kind, Class<T> contract, Written written) {
        Part<?> part =
                made.computeIfAbsent(
                        new Key(kind, written.expression()), key -> make(kind, contract, written));
        @SuppressWarnings("unchecked") // every part of a kind is made for its contract
        Part<T> typed = (Part<T>) part;
        return typed;
    }

    private <T> Part<T> make(Kind kind, Class<T> contract, Written written) {
        Expression expression = written.expression();
        Given found = find(kind, written);
        try {
            Configured<T> configured =
                    Options.of(expression.name(), found.service())
                            .configure(contract, expression.options());
            String options =
                    configured.plugin() instanceof Tunable<?, ?> tunable
                            ? tunable.options().toString()
                            : "";
            return new Part<>(
                    kind, configured.plugin(), configured.expression(), options, found.code());
        } catch (InvalidInputException refused) {
            throw written.where().refuse(refused, "%s", refused.getMessage());
        }
    }

    private Given find(Kind kind, Written written) {
        String name = written.expression().name();
        List<Given> some = given.stream().filter(each -> each.kind() == kind).toList();
        return some.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                written.where()
                                        .refuse(
                                                "unknown %s '%s'; %s",
                                                kind.word(),
                                                name,
                                                Nearest.choice(
                                                        name,
                                                        some.stream().map(Given::name).toList())));
    }

    /** Makes every plugin that is required, so that options are refused before work begins. */
    void makeAll(Required required) {
        required.uses().forEach(use -> get(use.kind(), contract(use.kind()), use.written()));
    }

    private static Class<?> contract(Kind kind) {
        return kind == Kind.METRIC ? Metric.class : kind.contracts().get(0);
    }
}
