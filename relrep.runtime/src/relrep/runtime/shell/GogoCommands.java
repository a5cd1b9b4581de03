package relrep.runtime.shell;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;

import relrep.runtime.command.Commands;
import relrep.runtime.command.Suggestions;
import relrep.runtime.progress.Cancellation;

import java.util.Hashtable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The commands in Gogo's scope {@code relrep}: {@code list}, {@code run} …, and {@code relrep list}
 * as in any other shell. Made by the shell itself: a component that refers to Gogo would make every
 * command need it.
 */
final class GogoCommands {
    /** Gogo's name for this family of commands. */
    static final String SCOPE = "relrep";

    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();

    /** Registers the functions; they go with this bundle. */
    GogoCommands(BundleContext context, Installation installation) {
        Commands commands = new Commands(installation.workbench(() -> 0));
        for (String name : Commands.names()) {
            register(context, name, new CommandFunction(List.of(name), commands, running));
        }
        register(context, SCOPE, new CommandFunction(List.of(), commands, running));
        Completion completion =
                new Completion(
                        commands,
                        new Suggestions(installation.registry(), installation::experiments));
        register(context, Completion.CANDIDATES, completion::candidates);
        register(context, Completion.PREPARE, completion::prepare);
    }

    private static void register(BundleContext context, String name, Function function) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(CommandProcessor.COMMAND_SCOPE, SCOPE);
        properties.put(CommandProcessor.COMMAND_FUNCTION, name);
        context.registerService(Function.class, function, properties);
    }

    /** Ends what runs. */
    void end() {
        running.forEach(cancellation -> cancellation.cancel("the shell ends"));
    }
}
