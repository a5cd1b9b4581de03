package relrep.cli.shell;

import relrep.cli.command.Commands;
import relrep.cli.command.Console;
import relrep.workbench.calls.PluginCall;
import relrep.workbench.calls.PluginCalls;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * The thread of one command. Waiting for it has a limit: a command that does not react to a
 * cancellation is abandoned, and a sentence names the plugin that did not return.
 */
final class CommandThread {
    private static final long GRACE_MILLIS = 900;
    private static final int FAILED = 1;
    private static final int INTERRUPTED = 130;

    private final Console console;
    private final PluginCalls calls;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final CompletableFuture<Integer> told = new CompletableFuture<>();
    private final Thread thread;

    /**
     * Starts the command.
     *
     * @param command runs the command and returns its exit code
     * @param console where the command was typed; its cancellation ends the command
     * @param calls finds the plugins that have not returned
     */
    CommandThread(String name, IntSupplier command, Console console, PluginCalls calls) {
        this.console = console;
        this.calls = calls;
        this.thread = new Thread(() -> run(command), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(IntSupplier command) {
        try {
            exit.complete(command.getAsInt());
        } catch (RuntimeException | Error impossible) {
            exit.completeExceptionally(impossible);
        }
    }

    /**
     * Returns the exit code when the command has ended, or soon after it was cancelled. An
     * interrupt of the calling thread cancels the command. A second interrupt ends the waiting.
     */
    int await() {
        console.cancellation().onCancel(() -> told.complete(INTERRUPTED));
        Optional<String> ending = Optional.empty();
        try {
            try {
                CompletableFuture.anyOf(exit, told).get();
            } catch (InterruptedException ended) {
                ending = calls.ending();
                console.cancellation().cancel(ending.orElse("interrupted"));
            }
            return exit.get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException | TimeoutException hangs) {
            leave(ending);
            return INTERRUPTED;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible.getCause());
        }
    }

    private void leave(Optional<String> ending) {
        List<PluginCall> hanging = calls.of(List.of(thread));
        String who =
                hanging.stream().map(PluginCall::unreturned).collect(Collectors.joining(", and "));
        String sentence = ending.orElse(who.isEmpty() ? "interrupted" : "interrupted: " + who);
        Commands.complain(sentence, ending.isPresent() ? FAILED : INTERRUPTED, console);
    }
}
