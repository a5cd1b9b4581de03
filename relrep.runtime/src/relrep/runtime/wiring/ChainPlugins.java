package relrep.runtime.wiring;

import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.cell.ResolvedPlugin;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.SourceLocation;
import relrep.workbench.plugins.Configured;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Nearest;
import relrep.workbench.plugins.OptionField;
import relrep.workbench.plugins.Options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The plugins of a chain, each created with its options once. */
public final class ChainPlugins implements PluginResolver {
    private final List<Given> given;
    private final Map<Key, ResolvedPlugin<?>> made = new ConcurrentHashMap<>();

    private record Key(Kind kind, Expression expression) {}

    /**
     * A plugin with its defaults.
     *
     * @param kind its kind
     * @param name its name in experiments
     * @param service the plugin
     * @param code returns the digest of its code
     */
    public record Given(Kind kind, String name, Object service, Supplier<String> code) {}

    /**
     * Makes the resolver.
     *
     * @param given the plugins; of several with one name the first is used
     */
    public ChainPlugins(List<Given> given) {
        this.given = List.copyOf(given);
    }

    @Override
    public <T> ResolvedPlugin<T> get(Kind kind, Class<T> contract, LocatedExpression written) {
        Key key = new Key(kind, written.expression());
        ResolvedPlugin<?> part = made.get(key);
        if (part == null) {
            made.putIfAbsent(key, make(kind, contract, written));
            part = made.get(key);
        }
        @SuppressWarnings("unchecked") // every part of a kind is made for its contract
        ResolvedPlugin<T> typed = (ResolvedPlugin<T>) part;
        return typed;
    }

    @Override
    public boolean has(Kind kind, String name) {
        return given.stream().anyMatch(each -> each.kind() == kind && each.name().equals(name));
    }

    private <T> ResolvedPlugin<T> make(Kind kind, Class<T> contract, LocatedExpression written) {
        Expression expression = written.expression();
        Given found = find(kind, written);
        Options choice = Options.of(expression.name(), found.service());
        List<ResolvedPlugin<?>> inner = new ArrayList<>();
        Map<String, String> given = inner(choice, written, inner);
        try {
            Configured<T> configured = choice.configure(contract, given);
            String options =
                    configured.original() instanceof Tunable<?, ?> tunable
                            ? tunable.options().toString()
                            : "";
            return new ResolvedPlugin<>(
                    kind,
                    configured.plugin(),
                    configured.expression(),
                    options,
                    () -> code(found, inner));
        } catch (InvalidInputException refused) {
            throw written.where().refuse(refused, "%s", refused.getMessage());
        }
    }

    /** Creates the plugins that options name, and returns the options in canonical form. */
    private Map<String, String> inner(
            Options choice, LocatedExpression written, List<ResolvedPlugin<?>> inner) {
        Map<String, String> given = new LinkedHashMap<>(written.expression().options());
        for (OptionField field : choice.fields()) {
            if (field.plugin().isPresent()) {
                String text = given.getOrDefault(field.name(), field.initial());
                List<String> canonical = new ArrayList<>();
                for (String each : field.expressions(text)) {
                    ResolvedPlugin<?> part = inner(field.plugin().get(), each, written.where());
                    inner.add(part);
                    canonical.add(part.expression().toString());
                }
                given.computeIfPresent(field.name(), (name, any) -> String.join("+", canonical));
            }
        }
        return given;
    }

    private ResolvedPlugin<?> inner(Class<?> contract, String text, SourceLocation where) {
        Expression expression;
        try {
            expression = Expression.parse(text);
        } catch (InvalidInputException refused) {
            throw where.refuse(refused, "%s", refused.getMessage());
        }
        return get(Kind.of(contract), contract, new LocatedExpression(expression, where));
    }

    /** Returns the digest of a plugin's code and of the plugins that it uses. */
    private static String code(Given given, List<ResolvedPlugin<?>> inner) {
        StringBuilder code = new StringBuilder(given.code().get());
        inner.forEach(part -> code.append(" through ").append(part.identity()));
        return code.toString();
    }

    private Given find(Kind kind, LocatedExpression written) {
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

    /** Creates every required plugin, so that invalid options are reported before work starts. */
    public void makeAll(RequiredPlugins required) {
        required.uses().forEach(use -> get(use.kind(), use.kind().contract(), use.written()));
    }
}
