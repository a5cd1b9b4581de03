package relrep.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A worker process that measures one workload per line, for us or for a peer. */
final class Worker implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    Worker(List<String> command, Consumer<Map<String, String>> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        environment.accept(builder.environment());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers = process.inputReader();
        questions = process.outputWriter();
    }

    /** Sends a line and returns the answer. */
    String ask(String line) {
        try {
            questions.write(line + "\n");
            questions.flush();
            String answer = answers.readLine();
            if (answer == null || answer.startsWith("failed")) {
                throw new IllegalStateException(
                        answer == null ? "the process ended" : answer.replaceFirst("failed ?", ""));
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("the process ended", e);
        }
    }

    Answer ask(String workload, String implementation) {
        return Answer.read(ask(workload + " " + implementation));
    }

    /** Ends the process by closing its input, without waiting for a workload that hangs. */
    @Override
    public void close() {
        try {
            questions.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException ended) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
