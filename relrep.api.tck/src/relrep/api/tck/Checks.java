package relrep.api.tck;

import relrep.api.alignment.Aligner;
import relrep.api.data.AnchorSelector;
import relrep.api.data.Dataset;
import relrep.api.experiment.Experiment;
import relrep.api.file.VectorFormat;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.PairMetric;
import relrep.api.metric.SpaceMetric;
import relrep.api.model.Architecture;
import relrep.api.model.DecoderArchitecture;
import relrep.api.model.DenoisingArchitecture;
import relrep.api.model.Encoder;
import relrep.api.model.Penalty;
import relrep.api.model.Trainer;
import relrep.api.plugin.Tunable;
import relrep.api.report.Reporter;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.InvertibleSimilarity;
import relrep.api.similarity.Similarity;
import relrep.api.transform.Transform;

import java.util.ArrayList;
import java.util.List;

/**
 * The list of checks for a plugin: the laws of every contract that it implements, one check for
 * each claim that it makes, and one for each claim that it could make but does not.
 */
public final class Checks {
    private final Setting setting;
    private final List<Check> list;
    private final String suffix;

    private Checks(Setting setting, List<Check> list, String suffix) {
        this.setting = setting;
        this.list = list;
        this.suffix = suffix;
    }

    /** Returns the checks of a plugin in the {@linkplain Setting#standard() standard setting}. */
    public static List<Check> of(Object plugin) {
        return of(plugin, Setting.standard());
    }

    /**
     * Returns the checks of a plugin; none of them has run yet.
     *
     * @param plugin the service, of any of the contracts of {@code relrep.api}, or of several
     * @param setting seed, data and service properties
     * @throws IllegalArgumentException when it implements no contract
     */
    public static List<Check> of(Object plugin, Setting setting) {
        Checks checks = new Checks(setting, new ArrayList<>(), "");
        checks.contracts(plugin);
        if (checks.list.isEmpty()) {
            throw new IllegalArgumentException(
                    "a plugin implements a contract of relrep.api, but %s does not"
                            .formatted(plugin.getClass().getName()));
        }
        if (plugin instanceof Tunable<?, ?> tunable) {
            TunableChecks.add(tunable, checks);
            for (Variant variant : Variant.of(tunable)) {
                String with = ", with " + variant.name();
                new Checks(setting, checks.list, with).claims(variant.plugin());
            }
        }
        if (!setting.properties().isEmpty()) {
            NameChecks.add(setting.properties(), checks);
        }
        return List.copyOf(checks.list);
    }

    /** The checks of every contract. */
    private void contracts(Object plugin) {
        claims(plugin);
        if (plugin instanceof AnchorSelector selector) {
            AnchorSelectorChecks.add(selector, this);
        }
        if (plugin instanceof Dataset dataset) {
            DatasetChecks.add(dataset, setting.places(), this);
        }
        if (plugin instanceof Encoder encoder) {
            EncoderChecks.add(encoder, setting.places(), this);
        }
        if (plugin instanceof DecoderArchitecture architecture) {
            DecoderChecks.add(architecture, this);
        }
        if (plugin instanceof Architecture architecture) {
            Trial training = new Trial(setting.seed().branch("training"));
            TrainedOnce trained = new TrainedOnce(architecture, training);
            ArchitectureChecks.add(architecture, trained, this);
            RelativeChecks.add(architecture, trained, training, this);
            PenalisedTrainingChecks.add(architecture, trained, training, this);
            if (plugin instanceof DenoisingArchitecture denoising) {
                NoiseChecks.add(denoising, trained, training, this);
            }
        }
        if (plugin instanceof Trainer trainer) {
            TrainerChecks.add(trainer, this);
        }
        if (plugin instanceof Experiment experiment) {
            ExperimentChecks.add(experiment, setting.places(), this);
        }
        if (plugin instanceof Reporter reporter) {
            ReporterChecks.add(reporter, this);
        }
        if (plugin instanceof VectorFormat format) {
            VectorFormatChecks.add(format, setting.files(), this);
        }
    }

    /** Adds the checks of contracts with claims, which may change with the options. */
    private void claims(Object plugin) {
        if (plugin instanceof Similarity similarity) {
            SimilarityChecks.add(similarity, this);
            CalibrationChecks.add(similarity, this);
            SimilarityClaims.add(similarity, this);
        }
        if (plugin instanceof DifferentiableSimilarity similarity) {
            DifferentiableChecks.add(similarity, this);
        }
        if (plugin instanceof InvertibleSimilarity similarity) {
            InvertibleChecks.add(similarity, this);
        }
        if (plugin instanceof Aligner aligner) {
            AlignerChecks.add(aligner, this);
            DegenerateProblems.add(aligner, this);
            AlignerClaims.add(aligner, this);
            AlignmentChecks.add(aligner, this);
        }
        if (plugin instanceof Transform transform) {
            TransformChecks.add(transform, this);
            FittedTransformChecks.add(transform, this);
        }
        if (plugin instanceof Penalty penalty) {
            PenaltyChecks.add(penalty, this);
        }
        if (plugin instanceof SpaceMetric metric) {
            SpaceMetricChecks.add(metric, this);
        }
        if (plugin instanceof PairMetric metric) {
            PairMetricChecks.add(metric, this);
            PairMetricNeeds.add(metric, this);
        }
        if (plugin instanceof OutputMetric metric) {
            OutputMetricChecks.add(metric, this);
            OutputMetricNeeds.add(metric, this);
        }
    }

    void add(String law, Check.Body body) {
        list.add(new Check(law + suffix, setting.seed(), body));
    }
}
