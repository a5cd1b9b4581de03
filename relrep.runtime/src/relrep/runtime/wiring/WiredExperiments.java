package relrep.runtime.wiring;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.runtime.cache.FileDigests;
import relrep.runtime.experiment.ExperimentInfo;
import relrep.runtime.experiment.Experiments;
import relrep.runtime.experiment.Job;
import relrep.runtime.experiment.Plan;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunRequest;
import relrep.runtime.network.EncodeRequest;
import relrep.runtime.network.EncodedSamples;
import relrep.runtime.network.NetworkFile;
import relrep.runtime.network.NetworkWork;
import relrep.runtime.network.TrainRequest;
import relrep.runtime.provenance.BundleDigests;
import relrep.runtime.provenance.BundleEnvironment;
import relrep.runtime.provenance.Services;
import relrep.runtime.wiring.ChainJob.Subject;
import relrep.workbench.calls.PluginCall;
import relrep.workbench.calls.PluginCalls;
import relrep.workbench.install.PluginLeases;
import relrep.workbench.place.Places;
import relrep.workbench.plugins.Registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Runs the experiments of an OSGi framework. Each submitted experiment becomes a factory
 * configuration, and runs when Declarative Services creates its {@link Chain}.
 */
@Component(service = {Experiments.class, Jobs.class, NetworkWork.class})
public final class WiredExperiments implements Experiments, Jobs, NetworkWork {
    private static final int REMEMBERED = 8;
    private static final long PULSE_MILLIS = 200;
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long START_MILLIS = 20_000;
    private static final long LEAVE_MILLIS = 2_000;

    private final BundleContext context;
    private final PluginLeases leases;
    private final ChainConfigurations configurations;
    private final Catalogue catalogue;
    private final BundleDigests digests =
            new BundleDigests(new FileDigests(Places.ofProcess().cache()));
    private final BundleEnvironment surroundings;
    private final Execution execution;
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Map<String, ChainJob> jobs = Collections.synchronizedMap(new LinkedHashMap<>());
    private final ServiceListener arrivals = this::arrival;

    /** Makes the component. */
    @Activate
    public WiredExperiments(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference Registry registry,
            @Reference PluginLeases leases) {
        this.context = context;
        this.leases = leases;
        this.configurations =
                new ChainConfigurations(
                        admin, new ChainWiring(new Services(context, leases)::contract));
        this.catalogue = new Catalogue(context, leases, registry, this::jobs);
        this.surroundings = new BundleEnvironment(context, leases, digests);
        this.execution = new Execution(surroundings, digests);
        context.addServiceListener(arrivals);
    }

    @Deactivate
    void end() {
        context.removeServiceListener(arrivals);
        List.copyOf(jobs.values()).forEach(job -> job.cancel("relrep ends"));
        surroundings.close();
    }

    @Override
    public List<ExperimentInfo> list() {
        List<ExperimentInfo> all = new ArrayList<>(catalogue.list());
        refused.forEach((name, sentence) -> all.add(Catalogue.broken(name, sentence)));
        all.sort(Comparator.comparing(ExperimentInfo::name));
        return all;
    }

    @Override
    public void refused(String name, String sentence) {
        if (sentence.isEmpty()) {
            refused.remove(name);
        } else {
            refused.put(name, sentence);
        }
    }

    @Override
    public ExperimentInfo info(String experiment) {
        return catalogue.info(experiment);
    }

    @Override
    public List<Job> jobs() {
        synchronized (jobs) {
            return List.copyOf(jobs.values());
        }
    }

    @Override
    public List<String> missing(RunRequest request) {
        return catalogue.missing(catalogue.subject(request).required());
    }

    @Override
    public Plan plan(RunRequest request) {
        Subject subject = catalogue.subject(request);
        catalogue.requireNothingMissing(subject.required());
        return new Preview(context, leases, digests).of(subject);
    }

    @Override
    public NetworkFile train(TrainRequest request, Run progress) {
        return networks().train(request, progress);
    }

    @Override
    public EncodedSamples encode(EncodeRequest request, Run progress) {
        return networks().encode(request, progress);
    }

    private NetworkTasks networks() {
        return new NetworkTasks(context, leases, digests, catalogue, surroundings);
    }

    @Override
    public RunOutcome run(RunRequest request, Run progress) {
        Subject subject = catalogue.subject(request);
        if (!request.waits() && !watching()) {
            catalogue.requireNothingMissing(subject.required());
        }
        ChainJob job = open(subject, request, progress);
        try {
            return execution.of(job, await(job));
        } catch (RuntimeException | Error failure) {
            job.end(failure);
            throw failure;
        } finally {
            configurations.close(job);
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the job itself holds what failed
    public Job submit(RunRequest request, Run progress) {
        ChainJob job = open(catalogue.subject(request), request, progress);
        job.parts()
                .whenComplete(
                        (bound, cancelled) -> {
                            Thread thread =
                                    new Thread(
                                            () -> background(job, bound, cancelled),
                                            "relrep " + job.id());
                            thread.setDaemon(true);
                            thread.start();
                        });
        return job;
    }

    private void background(ChainJob job, List<Chain.Bound> bound, Throwable cancelled) {
        try {
            if (cancelled != null) {
                job.end(cancelled);
            } else {
                execution.of(job, bound);
            }
        } catch (RuntimeException | Error failure) {
            job.end(failure);
        } finally {
            configurations.close(job);
        }
    }

    private ChainJob open(Subject subject, RunRequest request, Run progress) {
        ChainJob job;
        synchronized (jobs) {
            int number = 1;
            while (jobs.containsKey(subject.name() + "-" + number)) {
                number++;
            }
            String id = subject.name() + "-" + number;
            job = new ChainJob(id, request, subject, progress, catalogue::missing);
            jobs.put(id, job);
            forgetOldest();
        }
        configurations.open(job);
        return job;
    }

    /** Removes the oldest ended jobs from the list, since their rows take memory. */
    private void forgetOldest() {
        List<ChainJob> ended =
                jobs.values().stream().filter(job -> job.state() == Job.State.ENDED).toList();
        ended.stream()
                .limit(Math.max(0, ended.size() - REMEMBERED))
                .forEach(job -> jobs.remove(job.id()));
    }

    /** Handles a new plugin, which may be registered under another contract than expected. */
    private void arrival(ServiceEvent event) {
        if (event.getType() != ServiceEvent.REGISTERED
                || event.getServiceReference().getProperty("relrep.name") == null) {
            return;
        }
        List<ChainJob> waiting;
        synchronized (jobs) {
            waiting =
                    jobs.values().stream().filter(job -> job.state() == Job.State.WAITING).toList();
        }
        waiting.forEach(configurations::rewire);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // what cannot be wired is waited for
    public boolean arrived(String id, List<Chain.Bound> bound, HeldPlugins holding) {
        ChainJob job = jobs.get(id);
        if (job == null) {
            return false;
        }
        boolean taken = job.arrived(bound, holding);
        if (job.state() == Job.State.WAITING) {
            CompletableFuture.runAsync(() -> rewireWhereAllAreThere(job));
        }
        return taken;
    }

    /**
     * Creates the chain again with the new plugins, if a plugin was replaced while the chain was
     * created.
     */
    private void rewireWhereAllAreThere(ChainJob job) {
        try {
            catalogue.requireNothingMissing(job.subject().required());
        } catch (InvalidInputException missing) {
            return;
        }
        configurations.rewire(job);
    }

    /**
     * Handles the end of a chain. If the lost plugin does not belong to the job (an old version,
     * for example), the job continues.
     */
    @Override
    public void left(String id) {
        ChainJob job = jobs.get(id);
        if (job == null
                || job.state() != Job.State.RUNNING
                || job.parts().isCompletedExceptionally()) {
            return;
        }
        Optional<Chain.Bound> gone =
                job.parts().getNow(List.of()).stream()
                        .filter(WiredExperiments::leaving)
                        .findFirst();
        if (gone.isEmpty()) {
            return;
        }
        job.gone("%s '%s' was removed".formatted(gone.get().kind().word(), gone.get().name()));
        try {
            job.outcome().get(LEAVE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CancellationException ended) {
            return;
        }
    }

    /** Returns whether a plugin goes: its bundle stops, or the bundle no longer has the service. */
    private static boolean leaving(Chain.Bound plugin) {
        ServiceReference<?>[] registered =
                plugin.bundle().getState() == Bundle.ACTIVE
                        ? plugin.bundle().getRegisteredServices()
                        : null;
        return registered == null || !List.of(registered).contains(plugin.reference());
    }

    /** Waits for the plugins; without {@code --wait} only while bundles are being installed. */
    private List<Chain.Bound> await(ChainJob job) {
        long begin = System.nanoTime();
        if (job.request().waits()) {
            List<String> missing = job.missing();
            if (!missing.isEmpty()) {
                job.progress().note("waiting for " + String.join(" and ", missing));
            }
        }
        while (true) {
            try {
                return job.parts().get(PULSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillWaiting) {
                job.progress().step(0, 1);
                requireSoon(job, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            } catch (InterruptedException interrupted) {
                throw new CancelledException("interrupted");
            } catch (ExecutionException ended) {
                throw (RuntimeException) ended.getCause();
            }
        }
    }

    private void requireSoon(ChainJob job, long millis) {
        if (job.request().waits() || millis < PATIENCE_MILLIS) {
            return;
        }
        catalogue.requireNothingMissing(job.subject().required());
        if (millis > START_MILLIS) {
            String hanging =
                    new PluginCalls(context::getBundles)
                            .all().stream()
                                    .map(PluginCall::unreturned)
                                    .collect(Collectors.joining(", and "));
            throw new InvalidInputException(
                    "every plugin must be made within %d s, and %s"
                            .formatted(
                                    START_MILLIS / 1_000,
                                    hanging.isEmpty()
                                            ? "Declarative Services did not start the chain"
                                            : hanging));
        }
    }

    /**
     * Returns whether bundles may still arrive: File Install is running, or its state is unknown.
     */
    private boolean watching() {
        List<ServiceReference<?>> launcher =
                new Services(context, leases).find(Object.class.getName(), "(relrep.arguments=*)");
        return launcher.isEmpty()
                || Boolean.TRUE.equals(launcher.get(0).getProperty("relrep.watching"));
    }
}
