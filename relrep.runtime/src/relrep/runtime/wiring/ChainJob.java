package relrep.runtime.wiring;

import org.osgi.service.cm.Configuration;

import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.Job;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunRequest;
import relrep.workbench.progress.Cancellation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** A submitted experiment, from its configuration to its end. */
final class ChainJob implements Job {
    private final String id;
    private final RunRequest request;
    private final Subject subject;
    private final Run progress;
    private final Function<RequiredPlugins, List<String>> absent;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<List<Chain.Bound>> parts = new CompletableFuture<>();
    private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
    private Configuration configuration;
    private HeldPlugins holding;
    private int generation;
    private boolean incomplete;
    private volatile String gone;

    /**
     * The thing to run: a definition, or an Experiment plugin.
     *
     * @param name its name for the user
     * @param definition the definition of a chain
     * @param plugin the Experiment plugin
     * @param needs returns the plugins that it needs as far as known now; an available plugin may
     *     name others
     */
    record Subject(
            String name,
            Optional<Definition> definition,
            Optional<LocatedExpression> plugin,
            Supplier<RequiredPlugins> needs) {
        /** Returns the plugins that it needs. */
        RequiredPlugins required() {
            return needs.get();
        }
    }

    ChainJob(
            String id,
            RunRequest request,
            Subject subject,
            Run progress,
            Function<RequiredPlugins, List<String>> absent) {
        this.id = id;
        this.request = request;
        this.subject = subject;
        this.progress = progress;
        this.absent = absent;
        cancellation.onCancel(() -> parts.completeExceptionally(cancelled()));
    }

    private CancelledException cancelled() {
        try {
            cancellation.check();
            return new CancelledException("cancelled");
        } catch (CancelledException reason) {
            return reason;
        }
    }

    RunRequest request() {
        return request;
    }

    Subject subject() {
        return subject;
    }

    Run progress() {
        return progress;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Returns the plugins, once they are available. */
    CompletableFuture<List<Chain.Bound>> parts() {
        return parts;
    }

    /** Returns why the job lost its plugins while it ran. */
    Optional<String> gone() {
        return Optional.ofNullable(gone);
    }

    synchronized Configuration configuration() {
        return configuration;
    }

    synchronized void configuration(Configuration made) {
        configuration = made;
    }

    /** Accepts plugins. If the number is right but a name is missing, the job continues to wait. */
    boolean arrived(List<Chain.Bound> bound, HeldPlugins given) {
        boolean complete =
                subject.required().uses().stream()
                        .allMatch(use -> bound.stream().anyMatch(one -> one.is(use)));
        synchronized (this) {
            incomplete = !complete;
            if (!complete || parts.isDone()) {
                return false;
            }
            holding = given;
        }
        return parts.complete(bound);
    }

    /**
     * Releases plugins, networks and samples. An ended job stays in the list and would otherwise
     * keep them, and the classes of old versions, in memory.
     */
    void release() {
        HeldPlugins given;
        synchronized (this) {
            parts.obtrudeValue(List.of());
            given = holding;
            holding = null;
        }
        if (given != null) {
            given.close();
        }
        cancellation.release();
    }

    /**
     * Returns a new generation number if the chain must be created again to get newly arrived
     * plugins.
     */
    synchronized int generation() {
        if (incomplete) {
            incomplete = false;
            generation++;
        }
        return generation;
    }

    /** Ends the job because of a plugin. */
    void gone(String sentence) {
        gone = sentence;
        cancellation.cancel(sentence);
    }

    /**
     * Ends the job. It keeps neither plugins nor their exceptions: these would keep the classes of
     * an updated or removed bundle in memory.
     */
    void end(RunOutcome found) {
        outcome.complete(found);
        parts.obtrudeValue(List.of());
    }

    /** Ends the job because of a failure. */
    void end(Throwable failure) {
        String sentence = String.valueOf(failure.getMessage());
        outcome.completeExceptionally(
                failure instanceof CancelledException
                        ? new CancelledException(sentence)
                        : failure instanceof UnavailableException
                                ? new UnavailableException(sentence, null)
                                : failure instanceof InvalidInputException
                                        ? new InvalidInputException(sentence)
                                        : new IllegalStateException(failure.toString()));
        parts.obtrudeValue(List.of());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public State state() {
        if (outcome.isDone()) {
            return State.ENDED;
        }
        return parts.isDone() ? State.RUNNING : State.WAITING;
    }

    @Override
    public List<String> missing() {
        return state() == State.WAITING ? absent.apply(subject.required()) : List.of();
    }

    @Override
    public CompletableFuture<RunOutcome> outcome() {
        return outcome;
    }

    @Override
    public void cancel(String reason) {
        cancellation.cancel(reason);
    }
}
