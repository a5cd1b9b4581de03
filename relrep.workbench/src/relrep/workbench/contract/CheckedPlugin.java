package relrep.workbench.contract;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.data.AnchorAppraiser;
import relrep.api.data.AnchorSelector;
import relrep.api.data.Dataset;
import relrep.api.experiment.Experiment;
import relrep.api.file.VectorFormat;
import relrep.api.metric.Metric;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.PairMetric;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.metric.SpaceMetric;
import relrep.api.model.Architecture;
import relrep.api.model.Decoder;
import relrep.api.model.DecoderArchitecture;
import relrep.api.model.Encoder;
import relrep.api.model.Network;
import relrep.api.model.Penalty;
import relrep.api.model.Trainer;
import relrep.api.plugin.Tunable;
import relrep.api.report.Reporter;
import relrep.api.run.Checkup;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.workbench.install.PluginCopies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Wraps plugins so that their results are checked once, where they enter relrep. A broken contract
 * is a {@link PluginFailureException}. So is any exception or error of a plugin that its contract
 * does not allow. A wrapped plugin keeps the extra interfaces of the plugin (gradient, inverse,
 * noise). It has no options: they are chosen before wrapping.
 */
public final class CheckedPlugin {
    /** A width that is not known. */
    public static final int UNKNOWN = -1;

    private static final Map<Class<?>, BiFunction<String, Object, Object>> WRAPPERS =
            new LinkedHashMap<>();

    static {
        wrap(
                PointSimilarity.class,
                (name, plugin) -> new CheckedPoints(check("similarity", name, plugin), plugin));
        wrap(
                Similarity.class,
                (name, plugin) -> CheckedSimilarity.of(check("similarity", name, plugin), plugin));
        wrap(
                Aligner.class,
                (name, plugin) -> new CheckedAligner(check("aligner", name, plugin), plugin));
        wrap(
                Transform.class,
                (name, plugin) -> new CheckedTransform(check("transform", name, plugin), plugin));
        wrap(
                Penalty.class,
                (name, plugin) -> new CheckedPenalty(check("penalty", name, plugin), plugin));
        wrap(
                AnchorSelector.class,
                (name, plugin) ->
                        new CheckedSelector(check("anchor selector", name, plugin), plugin));
        wrap(
                Dataset.class,
                (name, plugin) ->
                        new CheckedDataset(check("dataset", name, plugin).lacking(), plugin));
        wrap(
                Encoder.class,
                (name, plugin) ->
                        new CheckedEncoder(
                                check("encoder", name, plugin).lacking(), plugin, UNKNOWN));
        wrap(
                Architecture.class,
                (name, plugin) ->
                        CheckedArchitecture.of(check("architecture", name, plugin), plugin));
        wrap(
                DecoderArchitecture.class,
                (name, plugin) ->
                        CheckedArchitecture.of(check("architecture", name, plugin), plugin));
        wrap(
                Experiment.class,
                (name, plugin) ->
                        new CheckedExperiment(check("experiment", name, plugin).lacking(), plugin));
        wrap(
                VectorFormat.class,
                (name, plugin) ->
                        new CheckedVectorFormat(check("vector format", name, plugin), plugin));
        wrap(
                Reporter.class,
                (name, plugin) -> new CheckedReporter(check("reporter", name, plugin), plugin));
        wrap(
                AnchorAppraiser.class,
                (name, plugin) ->
                        new CheckedAppraiser(check("anchor appraiser", name, plugin), plugin));
        wrap(
                RetrievalAppraiser.class,
                (name, plugin) ->
                        new CheckedRetrieval(check("retrieval appraiser", name, plugin), plugin));
        wrap(
                Trainer.class,
                (name, plugin) -> new CheckedTrainer(check("trainer", name, plugin), plugin));
        wrap(
                Checkup.class,
                (name, plugin) -> new CheckedCheckup(check("check-up", name, plugin), plugin));
        wrap(
                SpaceMetric.class,
                (name, plugin) -> new CheckedSpaceMetric(check("metric", name, plugin), plugin));
        wrap(
                PairMetric.class,
                (name, plugin) -> new CheckedPairMetric(check("metric", name, plugin), plugin));
        wrap(
                OutputMetric.class,
                (name, plugin) -> new CheckedOutputMetric(check("metric", name, plugin), plugin));
        wrap(Metric.class, (name, plugin) -> metric(check("metric", name, plugin), plugin));
    }

    private CheckedPlugin() {}

    private static <T> void wrap(Class<T> contract, BiFunction<String, T, Object> wrapper) {
        WRAPPERS.put(contract, (name, plugin) -> wrapper.apply(name, contract.cast(plugin)));
    }

    private static Object metric(ContractCheck check, Metric metric) {
        if (metric instanceof SpaceMetric space) {
            return new CheckedSpaceMetric(check, space);
        }
        return metric instanceof PairMetric pair
                ? new CheckedPairMetric(check, pair)
                : new CheckedOutputMetric(check, (OutputMetric) metric);
    }

    /**
     * Returns a plugin with checks of its contract.
     *
     * @param contract the contract that it is used under
     * @param name as written, with its options
     * @param plugin of that contract, or of several
     */
    public static <T> T of(Class<T> contract, String name, Object plugin) {
        for (Map.Entry<Class<?>, BiFunction<String, Object, Object>> each : WRAPPERS.entrySet()) {
            if (each.getKey().isAssignableFrom(contract)) {
                return contract.cast(each.getValue().apply(name, plugin));
            }
        }
        return contract.cast(plugin);
    }

    /**
     * Calls a plugin whose contract is not known yet.
     *
     * @throws PluginFailureException when it returns null, or throws an exception that is not
     *     allowed
     */
    public static <R> R call(String name, String method, Supplier<R> call) {
        return check("plugin", name, null).get(method, "something", call);
    }

    /** Returns the sentence about an exception of a plugin. */
    public static String failure(String word, String name, String method, Throwable thrown) {
        return check(word, name, null).failed(method, thrown).getMessage();
    }

    /**
     * Checks that a plugin returns the options that were set, so that no other options are used.
     */
    public static void requireOptions(String name, Record wanted, Object tuned) {
        Object got =
                tuned instanceof Tunable<?, ?> tunable
                        ? call(name, "options", tunable::options)
                        : "none";
        check("plugin", name, null)
                .require(
                        wanted.equals(got),
                        "with",
                        "must return a plugin with the options %s, not %s",
                        wanted,
                        got);
    }

    /** Returns a restored map, checked against the widths that it had when it was fitted. */
    public static Alignment between(int from, int to, Alignment map) {
        return CheckedAlignment.between(map, from, to);
    }

    /** Returns a restored transform, checked against the width that it was fitted on. */
    public static FittedTransform from(int width, FittedTransform fitted) {
        return CheckedFittedTransform.from(width, fitted);
    }

    /** Returns a restored network, checked against the shape that it was trained with. */
    public static Network in(NetworkShape shape, Network network) {
        return CheckedNetwork.in(shape, network);
    }

    /** Returns a restored decoder, checked against the shape that it was trained with. */
    public static Decoder in(NetworkShape shape, Decoder decoder) {
        return CheckedDecoder.in(shape, decoder);
    }

    /** Returns a service without a name, with checks of its contract. */
    public static <T> T ofNameless(Class<T> contract, T plugin) {
        String name = ContractCheck.named(plugin.getClass()).getSimpleName();
        return of(
                contract,
                stranger(plugin).map(bundle -> name + "' of '" + bundle).orElse(name),
                plugin);
    }

    /** Returns the bundle and version that a plugin comes from; empty for relrep's own plugins. */
    public static Optional<String> stranger(Object plugin) {
        try {
            Bundle bundle = FrameworkUtil.getBundle(plugin.getClass());
            return Optional.ofNullable(bundle)
                    .filter(one -> PluginCopies.of(one).isPresent())
                    .map(one -> one.getSymbolicName() + " " + one.getVersion());
        } catch (LinkageError withoutOsgi) {
            return Optional.empty();
        }
    }

    private static ContractCheck check(String word, String name, Object plugin) {
        return new ContractCheck("%s '%s'".formatted(word, name), foreign(plugin));
    }

    /**
     * Returns whether a plugin's class is in none of relrep's packages, or in a third-party bundle.
     */
    private static boolean foreign(Object plugin) {
        return plugin != null
                && (!plugin.getClass().getName().startsWith("relrep.")
                        || stranger(plugin).isPresent());
    }
}
