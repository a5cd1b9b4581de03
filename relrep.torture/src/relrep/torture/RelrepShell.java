package relrep.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code relrep shell}, driven through its streams: many commands in one process. */
final class RelrepShell implements AutoCloseable {
    private static final String DONE = "done-with-that-line";
    private static final String ENDED = "\u0000";
    private static final long PATIENCE_SECONDS = 120;

    private final RelrepProcess relrep;
    private final PrintWriter in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Path err;
    private long read;

    RelrepShell(Surroundings surroundings) throws Exception {
        relrep = surroundings.start(ProcessBuilder.Redirect.PIPE, "shell");
        err = relrep.err();
        in = new PrintWriter(relrep.process().getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::readLines, "shell output");
        reader.setDaemon(true);
        reader.start();
        say("echo up");
    }

    private void readLines() {
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(
                                relrep.process().getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // the process was ended
        }
        lines.add(ENDED);
    }

    RelrepProcess relrep() {
        return relrep;
    }

    /**
     * Runs a line.
     *
     * @return what it printed; its exit code is 0 if standard error is empty, else 2, since the
     *     shell gives no exit codes for lines
     * @throws Loss when the shell ends or does not answer
     */
    Ended say(String command) throws Exception {
        in.println(command);
        in.println("echo " + DONE);
        List<String> answer = new ArrayList<>();
        while (true) {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new Loss("the shell did not answer within " + PATIENCE_SECONDS + " s");
            }
            if (line.equals(ENDED)) {
                throw new Loss("the shell ended: " + Ended.brief(newErrors()));
            }
            if (line.equals(DONE)) {
                String errors = newErrors();
                boolean refused = errors.lines().anyMatch(each -> each.startsWith("relrep: "));
                return new Ended(refused ? 2 : 0, String.join("\n", answer), errors);
            }
            answer.add(line);
        }
    }

    private String newErrors() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(err.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - read)];
            file.seek(read);
            file.readFully(bytes);
            read += bytes.length;
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws Exception {
        in.close();
        try {
            relrep.end(PATIENCE_SECONDS);
        } finally {
            relrep.close();
        }
    }
}
