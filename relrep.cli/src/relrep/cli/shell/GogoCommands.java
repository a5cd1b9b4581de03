package relrep.cli.shell;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import relrep.cli.command.Commands;
import relrep.cli.command.Console;
import relrep.cli.command.Suggestions;
import relrep.runtime.experiment.Job;
import relrep.workbench.calls.PluginCalls;
import relrep.workbench.progress.Cancellation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The commands in Gogo's scope {@code relrep}: {@code list}, {@code run} …, and {@code relrep list}
 * as in any other shell. The shell creates this object itself, since a component that refers to
 * Gogo would make every command need Gogo.
 */
final class GogoCommands {
    /** The name of this group of commands in Gogo. */
    static final String SCOPE = "relrep";

    private static final String REASON = "the shell was left";
    private static final long GRACE_MILLIS = 700;
    private static final int WRONG_USAGE = 2;

    private final Installation installation;
    private final PluginCalls calls;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
    private final Cancellation ended = new Cancellation();
    private final AtomicInteger worst = new AtomicInteger();

    /** Registers the functions; they are unregistered with this bundle. */
    GogoCommands(BundleContext context, Installation installation) {
        this.installation = installation;
        this.calls = new PluginCalls(context::getBundles);
        Commands commands = new Commands(installation.workbench(() -> 0));
        for (String name : Commands.names()) {
            register(context, name, function(commands, List.of(name)));
        }
        register(context, SCOPE, function(commands, List.of()));
        Completion completion =
                new Completion(
                        commands,
                        new Suggestions(installation.registry(), installation::experiments));
        register(context, Completion.CANDIDATES, completion::candidates);
        register(context, Completion.PREPARE, completion::prepare);
    }

    private Function function(Commands commands, List<String> first) {
        return new CommandFunction(
                first,
                commands,
                calls,
                running,
                ended,
                exit -> worst.accumulateAndGet(exit, Math::max));
    }

    /** Returns the largest exit code so far. */
    int worst() {
        return worst.get();
    }

    /**
     * Prints the error of a line that Gogo rejects, and counts it as wrong usage.
     *
     * @param number the number of the line, from 1
     */
    void refuse(int number, String line, Exception refused, Console console) {
        String reason =
                refused.getMessage() == null ? refused.toString() : refused.getMessage().strip();
        Commands.complain(
                "line %d, '%s': %s; 'relrep --help' lists the commands"
                        .formatted(number, line.strip(), reason),
                WRONG_USAGE,
                console);
        worst.accumulateAndGet(WRONG_USAGE, Math::max);
    }

    private static void register(BundleContext context, String name, Function function) {
        Map<String, Object> properties =
                Map.of(
                        CommandProcessor.COMMAND_SCOPE,
                        SCOPE,
                        CommandProcessor.COMMAND_FUNCTION,
                        name);
        context.registerService(Function.class, function, FrameworkUtil.asDictionary(properties));
    }

    /**
     * Cancels all running commands, also in the background, and allows no new ones. It gives them a
     * moment to save finished results.
     */
    void end() {
        ended.cancel(REASON);
        running.forEach(cancellation -> cancellation.cancel(REASON));
        List<Job> jobs = installation.jobs();
        jobs.forEach(job -> job.cancel(REASON));
        CompletableFuture<?>[] ends =
                jobs.stream().map(Job::outcome).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, GRACE_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(cancelled -> null)
                .join();
    }
}
