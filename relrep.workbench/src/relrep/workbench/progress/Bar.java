package relrep.workbench.progress;

import java.io.PrintWriter;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** A progress bar: one line on a terminal that is redrawn, with the current part of the work. */
public final class Bar implements Display {
    private static final long BETWEEN = 100_000_000L;
    private static final int WIDTH = 24;
    private static final String ERASE = "\r\u001B[K";

    private final String title;
    private final PrintWriter terminal;
    private final IntSupplier columns;
    private final LongSupplier nanos;
    private String line = "";
    private long next = Long.MIN_VALUE;

    /**
     * Draws on a terminal.
     *
     * @param title the text before the bar
     * @param terminal one that knows ANSI sequences
     * @param columns returns the current width of the terminal
     * @param nanos a clock that only runs forward
     */
    public Bar(String title, PrintWriter terminal, IntSupplier columns, LongSupplier nanos) {
        this.title = title;
        this.terminal = terminal;
        this.columns = columns;
        this.nanos = nanos;
    }

    @Override
    public void show(ProgressSnapshot standing) {
        long now = nanos.getAsLong();
        if (next != Long.MIN_VALUE && now < next && !standing.over()) {
            return;
        }
        next = now + BETWEEN;
        draw(fit(text(standing)));
    }

    private String text(ProgressSnapshot standing) {
        int full = (int) Math.floor(standing.fraction() * WIDTH);
        full = standing.over() ? full : Math.min(WIDTH - 1, full);
        StringBuilder text = new StringBuilder(title);
        text.append(" [").append("=".repeat(full)).append(full < WIDTH ? ">" : "");
        text.append(" ".repeat(Math.max(0, WIDTH - full - 1))).append("] ");
        text.append(DurationFormat.percent(standing.fraction(), standing.over()));
        standing.left()
                .ifPresent(
                        left -> text.append(", ").append(DurationFormat.of(left)).append(" left"));
        if (!standing.part().isEmpty()) {
            text.append("  ").append(standing.part()).append(' ');
            text.append(DurationFormat.percent(standing.partFraction(), standing.over()));
            standing.partLeft()
                    .ifPresent(left -> text.append(", ").append(DurationFormat.of(left)));
        }
        return text.toString();
    }

    private String fit(String text) {
        int room = Math.max(20, columns.getAsInt()) - 1;
        return text.length() <= room ? text : text.substring(0, room - 1) + "…";
    }

    private void draw(String text) {
        if (!text.equals(line)) {
            line = text;
            terminal.print(ERASE + text);
            terminal.flush();
        }
    }

    @Override
    public void note(String sentence) {
        terminal.print(ERASE);
        terminal.println(sentence);
        terminal.print(line);
        terminal.flush();
    }

    @Override
    public void close() {
        if (!line.isEmpty()) {
            line = "";
            terminal.print(ERASE);
            terminal.flush();
        }
    }
}
