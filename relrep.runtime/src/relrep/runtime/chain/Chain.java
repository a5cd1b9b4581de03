package relrep.runtime.chain;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
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
import relrep.api.metric.OutputMetric;
import relrep.api.metric.PairMetric;
import relrep.api.metric.SpaceMetric;
import relrep.api.model.Architecture;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;
import relrep.runtime.plugins.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An experiment that has its plugins. There is one for each factory configuration {@value #PID},
 * whose properties ({@link Wiring}) say which plugins it needs: Declarative Services makes it when
 * they are there, and takes it away when one of them goes.
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
                    name = "anchorSelector",
                    service = AnchorSelector.class,
                    cardinality = ReferenceCardinality.MULTIPLE),
            @Reference(
                    name = "architecture",
                    service = Architecture.class,
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
                    cardinality = ReferenceCardinality.MULTIPLE)
        })
public final class Chain {
    /** The factory PID of the configurations. */
    static final String PID = "relrep.experiment";

    /** The property that names the job. */
    static final String JOB = "relrep.job";

    /** The property that is changed to have a chain made again. */
    static final String GENERATION = "relrep.generation";

    private final Jobs jobs;
    private final String job;
    private final List<Bound> bound = new ArrayList<>();
    private boolean left;

    /**
     * A plugin as the chain has it.
     *
     * @param kind what it is
     * @param name what experiments call it
     * @param reference its service
     * @param service the plugin with its defaults
     */
    record Bound(Kind kind, String name, ServiceReference<?> reference, Object service) {
        /** Tells whether it is what is asked for. */
        boolean is(Required.Use use) {
            return kind == use.kind() && name.equals(use.name());
        }
    }

    /** Has what it needs, and gives it to its job once that is made. */
    @Activate
    public Chain(
            ComponentContext component,
            BundleContext context,
            Map<String, Object> properties,
            @Reference Jobs jobs) {
        this.jobs = jobs;
        this.job = (String) properties.get(JOB);
        Services services = new Services(context);
        Thread thread =
                new Thread(() -> bind(services, component, properties), "relrep parts of " + job);
        thread.setDaemon(true);
        thread.start();
    }

    /** Makes the plugins, aside: one that hangs must not keep other chains from theirs. */
    private void bind(
            Services services, ComponentContext component, Map<String, Object> properties) {
        for (Kind kind : Kind.values()) {
            if (kind.chained()) {
                kind.contracts()
                        .forEach(contract -> bind(kind, contract, services, component, properties));
            }
        }
        synchronized (bound) {
            if (!left) {
                jobs.arrived(job, List.copyOf(bound));
            }
        }
    }

    private void bind(
            Kind kind,
            Class<?> contract,
            Services services,
            ComponentContext component,
            Map<String, Object> properties) {
        String name = Wiring.reference(contract);
        String target = (String) properties.get(name + ".target");
        for (ServiceReference<?> reference : services.find(contract.getName(), target)) {
            Object service = component.locateService(name, reference);
            if (service != null) {
                String called = String.valueOf(reference.getProperty("relrep.name"));
                synchronized (bound) {
                    bound.add(new Bound(kind, called, reference, service));
                }
            }
        }
    }

    /** A plugin goes, or the job is over. */
    @Deactivate
    void leave() {
        List<Bound> had;
        synchronized (bound) {
            left = true;
            had = List.copyOf(bound);
        }
        jobs.left(job, had);
    }
}
