package relrep.cli.shell;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.cli.command.Commands;
import relrep.cli.command.Console;
import relrep.workbench.calls.PluginCalls;
import relrep.workbench.progress.Cancellation;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * The command line of the process. The launcher calls it on the main thread, and interrupts that
 * thread on Ctrl-C and SIGTERM. The command itself runs on another thread. Its {@link Cancellation}
 * reaches it there, so that it can save finished results.
 */
@Component(service = Callable.class, property = "relrep.main:Boolean=true")
public final class MainCommand implements Callable<Integer> {
    private final Installation installation;

    /** Makes the component. */
    @Activate
    public MainCommand(@Reference Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws Exception {
        LaunchProperties launched = installation.launched();
        List<String> words = launched.words();
        Cancellation cancellation = new Cancellation(launched.lastWord(), launched.exit());
        ProcessConsole process = new ProcessConsole();
        Console console = process.of(words, cancellation);
        Commands commands =
                new Commands(
                        installation.workbench(
                                () -> GogoShell.run(installation, console, process)));
        CommandThread command =
                new CommandThread(
                        "relrep " + String.join(" ", words),
                        () -> commands.run(words, console),
                        console,
                        new PluginCalls(installation.context()::getBundles));
        return process.whole(command.await());
    }
}
