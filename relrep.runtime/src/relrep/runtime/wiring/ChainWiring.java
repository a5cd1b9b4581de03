package relrep.runtime.wiring;

import org.osgi.framework.FrameworkUtil;

import relrep.api.metric.OutputMetric;
import relrep.api.metric.PairMetric;
import relrep.api.metric.SpaceMetric;
import relrep.runtime.experiment.ChainKind;
import relrep.runtime.provenance.Services;
import relrep.workbench.plugins.Kind;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Turns the plugins that an experiment names into the configuration of its {@link Chain}: a target
 * filter for each reference, and the number of services that it must find.
 */
final class ChainWiring {
    private static final Map<ChainKind, Class<?>> MEASURED_BY =
            Map.of(
                    ChainKind.DESCRIBE, SpaceMetric.class,
                    ChainKind.COMPARE, PairMetric.class,
                    ChainKind.STITCH, OutputMetric.class);

    private final BiFunction<Kind, String, Optional<Class<?>>> contracts;

    /**
     * Makes a wiring.
     *
     * @param contracts returns the contract under which a plugin is registered, if it is
     */
    ChainWiring(BiFunction<Kind, String, Optional<Class<?>>> contracts) {
        this.contracts = contracts;
    }

    /** Returns the name of the reference to a contract. */
    static String reference(Class<?> contract) {
        String name = contract.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /**
     * Returns the properties of a chain's configuration.
     *
     * @param job the job that the chain is for
     * @param generation increased to have the chain created again
     */
    Dictionary<String, Object> properties(RequiredPlugins required, String job, int generation) {
        Map<Class<?>, Set<String>> byContract = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kind.contracts().forEach(each -> byContract.put(each, new LinkedHashSet<>()));
        }
        for (RequiredPlugins.Use use : required.uses()) {
            byContract.get(contract(use, required)).add(use.name());
        }
        Map<String, Object> properties = new HashMap<>();
        byContract.forEach(
                (contract, names) -> {
                    String reference = reference(contract);
                    properties.put(reference + ".target", Services.filter(names));
                    properties.put(reference + ".cardinality.minimum", names.size());
                });
        properties.put(Chain.JOB, job);
        properties.put(Chain.GENERATION, generation);
        return FrameworkUtil.asDictionary(properties);
    }

    /** Returns the contract of a plugin; for a missing plugin, the likeliest one. */
    private Class<?> contract(RequiredPlugins.Use use, RequiredPlugins required) {
        return contracts
                .apply(use.kind(), use.name())
                .orElseGet(
                        () ->
                                required.metrics().containsKey(use.name())
                                                && use.kind() == Kind.METRIC
                                        ? measuring(required.metrics().get(use.name()))
                                        : use.kind().contracts().get(0));
    }

    private static Class<?> measuring(Set<ChainKind> kinds) {
        return MEASURED_BY.get(kinds.iterator().next());
    }
}
