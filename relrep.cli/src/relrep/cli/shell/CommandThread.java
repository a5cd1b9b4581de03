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
 * The thread that a command runs on. Whoever waits for it need not wait for ever: a command that
 * does not end when it is told to is left to itself, and it is said which plugin did not return.
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
     * Begins.
     *
     * @param command returns the exit code
     * @param console where it was typed; its cancellation ends the command
     * @param calls tells which plugins have not returned
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
     * Returns the exit code: once there is one, or soon after the command was told to end. An
     * interrupt of the calling thread tells it so; a second one does not wait for what it does.
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
