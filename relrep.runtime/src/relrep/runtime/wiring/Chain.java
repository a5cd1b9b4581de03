package relrep.runtime.wiring;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

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
import relrep.api.model.Encoder;
import relrep.api.model.Penalty;
import relrep.api.report.Reporter;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;
import relrep.api.transform.Transform;
import relrep.runtime.provenance.Services;
import relrep.workbench.install.PluginLeases;
import relrep.workbench.plugins.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The component that runs an experiment when all its plugins are available. There is one for each
 * factory configuration {@value #PID}, whose properties ({@link ChainWiring}) list the plugins that
 * it needs. Declarative Services creates it when all of them are available, and deactivates it when
 * one of them goes.
 */
@Component(
        service = Chain.class,
        immediate = true,
        configurationPid = Chain.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        reference = {
            @Reference(
                    name = "dataset",
                    service = Dataset.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "similarity",
                    service = Similarity.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "pointSimilarity",
                    service = PointSimilarity.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "differentiableSimilarity",
                    service = DifferentiableSimilarity.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "aligner",
                    service = Aligner.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "transform",
                    service = Transform.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "anchorSelector",
                    service = AnchorSelector.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "architecture",
                    service = Architecture.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "decoderArchitecture",
                    service = DecoderArchitecture.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "penalty",
                    service = Penalty.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "encoder",
                    service = Encoder.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "spaceMetric",
                    service = SpaceMetric.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "pairMetric",
                    service = PairMetric.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "outputMetric",
                    service = OutputMetric.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "experiment",
                    service = Experiment.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "reporter",
                    service = Reporter.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "vectorFormat",
                    service = VectorFormat.class,
                    cardinality = ReferenceCardinality.MULTIPLE)
        })
public final class Chain {
    /** The factory PID of the configurations. */
    static final String PID = "relrep.chain";

    /** The property with the job's name. */
    static final String JOB = "relrep.job";

    /** The property that is increased to have a chain created again. */
    static final String GENERATION = "relrep.generation";

    private final Jobs jobs;
    private final String job;
    private final HeldPlugins holding;
    private boolean left;
    private boolean taken;

    /**
     * A plugin that the chain has.
     *
     * @param kind its kind
     * @param name its name in experiments
     * @param reference its service
     * @param bundle the bundle that registers it
     * @param service the plugin with its defaults
     */
    record Bound(
            Kind kind, String name, ServiceReference<?> reference, Bundle bundle, Object service) {
        /** Returns whether it is the plugin that is used. */
        boolean is(RequiredPlugins.Use use) {
            return kind == use.kind() && name.equals(use.name());
        }
    }

    /** Takes its plugins, creates them, and passes them to its job. */
    @Activate
    public Chain(
            BundleContext context,
            Map<String, Object> properties,
            @Reference Jobs jobs,
            @Reference PluginLeases leases) {
        this.jobs = jobs;
        this.holding = new HeldPlugins(context, leases.open());
        this.job = (String) properties.get(JOB);
        List<Found> found = find(new Services(context, leases), properties);
        holding.lease().settle();
        Thread thread = new Thread(() -> bind(found), "relrep parts of " + job);
        thread.setDaemon(true);
        thread.start();
    }

    /** A plugin that the chain can use, not created yet. */
    private record Found(Kind kind, ServiceReference<?> service, Bundle bundle) {}

    /** Finds the plugins. From here on, a plugin that is replaced stays available to this chain. */
    private List<Found> find(Services services, Map<String, Object> properties) {
        List<Found> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Class<?> contract : kind.contracts()) {
                String target =
                        (String) properties.get(ChainWiring.reference(contract) + ".target");
                for (ServiceReference<?> service : services.find(contract.getName(), target)) {
                    Bundle bundle = service.getBundle();
                    if (bundle != null) {
                        holding.lease().take(bundle);
                        all.add(new Found(kind, service, bundle));
                    }
                }
            }
        }
        return all;
    }

    /**
     * Creates the plugins on a thread of their own, so that one that hangs does not delay other
     * chains.
     */
    private void bind(List<Found> found) {
        List<Bound> bound = new ArrayList<>();
        for (Found one : found) {
            Object service = holding.get(one.service());
            if (service != null) {
                String called = String.valueOf(one.service().getProperty("relrep.name"));
                bound.add(new Bound(one.kind(), called, one.service(), one.bundle(), service));
            }
        }
        synchronized (holding) {
            taken = !left && jobs.arrived(job, List.copyOf(bound), holding);
        }
    }

    /**
     * Ends the chain, because a plugin goes or the job has ended. The job itself releases the
     * plugins that it has taken.
     */
    @Deactivate
    void leave() {
        boolean own;
        synchronized (holding) {
            left = true;
            own = !taken;
        }
        jobs.left(job);
        if (own) {
            holding.close();
        }
    }
}
