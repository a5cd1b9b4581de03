package relrep.workbench.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Shows progress as a plain line every few seconds, for logs and pipes. */
public final class LogDisplay implements Display {
    private final String title;
    private final PrintWriter out;
    private final long between;
    private final LongSupplier nanos;
    private long next;
    private boolean finished;

    /**
     * Makes the display.
     *
     * @param title the text at the beginning of every line
     * @param out the destination
     * @param between the least time between two lines; the last line is written at once
     * @param nanos a clock that only runs forward
     */
    public LogDisplay(String title, PrintWriter out, Duration between, LongSupplier nanos) {
        this.title = title;
        this.out = out;
        this.between = between.toNanos();
        this.nanos = nanos;
        this.next = nanos.getAsLong() + this.between;
    }

    @Override
    public void show(ProgressSnapshot standing) {
        boolean last = standing.over();
        if (last ? finished : nanos.getAsLong() < next) {
            return;
        }
        finished = last;
        next = nanos.getAsLong() + between;
        StringBuilder line = new StringBuilder(title).append(": ");
        line.append(DurationFormat.percent(standing.fraction(), last));
        line.append(" after ").append(DurationFormat.of(standing.elapsed()));
        if (!last) {
            standing.left()
                    .ifPresent(
                            left ->
                                    line.append(", ")
                                            .append(DurationFormat.of(left))
                                            .append(" left"));
            if (!standing.part().isEmpty()) {
                line.append("; ").append(standing.part());
            }
        }
        out.println(line);
        out.flush();
    }

    @Override
    public void note(String sentence) {
        out.println(sentence);
        out.flush();
    }

    @Override
    public void close() {}
}
