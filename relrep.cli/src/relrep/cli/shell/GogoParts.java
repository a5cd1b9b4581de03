package relrep.cli.shell;

import org.apache.felix.gogo.jline.Builtin;
import org.apache.felix.gogo.jline.Converters;
import org.apache.felix.gogo.jline.Posix;
import org.apache.felix.gogo.jline.Procedural;
import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import java.util.Map;

/** The functions that Gogo's JLine bundle would register if it were started. */
final class GogoParts {
    private static final String BUILTIN =
            "format getopt new set tac type jobs fg bg keymap setopt unsetopt complete history"
                    + " widget __files __directories __usage_completion";
    private static final String PROCEDURAL = "each if not throw try until while break continue";
    private static final String POSIX =
            "cat echo grep sort sleep cd pwd ls less watch nano head tail clear wc date";
    private static final String SHELL = "gosh sh source help";

    private final BundleContext context;

    GogoParts(BundleContext context) {
        this.context = context;
    }

    /**
     * Registers the functions.
     *
     * @param leave the action of {@code exit}
     */
    void register(CommandProcessor processor, Shell shell, Runnable leave) {
        context.registerService(
                Converter.class, new Converters(context.getBundle(0).getBundleContext()), null);
        commands(Object.class, new Builtin(), BUILTIN);
        commands(Object.class, new Procedural(), PROCEDURAL);
        commands(Object.class, new Posix(processor), POSIX);
        commands(Object.class, shell, SHELL);
        Function exit = (session, arguments) -> leave(leave);
        commands(Function.class, exit, "exit");
    }

    private static Object leave(Runnable leave) {
        leave.run();
        return null;
    }

    private <T> void commands(Class<? super T> type, T service, String functions) {
        Map<String, Object> properties =
                Map.of(
                        CommandProcessor.COMMAND_SCOPE,
                        "gogo",
                        CommandProcessor.COMMAND_FUNCTION,
                        functions.split(" ", -1));
        context.registerService(type, service, FrameworkUtil.asDictionary(properties));
    }
}
