package relrep.api.tck.mutant;

import relrep.api.data.Matrix;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Changes a table of text in one place, and knows the meaning of the changed file: the same numbers
 * written differently, other numbers, more or fewer rows, or an invalid file.
 */
public final class TableMutants {
    private static final List<String> NO_NUMBERS =
            List.of(
                    "nan",
                    "NaN",
                    "inf",
                    "-Infinity",
                    "#N/A",
                    "NULL",
                    "None",
                    "x",
                    "0x1p3",
                    "1e999",
                    "1.5f",
                    "--1",
                    "1..5",
                    "1e",
                    "e5",
                    "\u0661",
                    "0.5\0",
                    "=1+1",
                    "1_000.5");
    private static final List<String> NUMBERS =
            List.of(
                    "0.5",
                    "-0.25",
                    "+2.5",
                    "1.5e1",
                    "-2.5E-1",
                    ".75",
                    "4.0",
                    "0.1000000000000000000001");

    private final String separator;
    private final boolean counted;
    private final List<List<String>> keys = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private TableMutants(String separator, boolean counted) {
        this.separator = separator;
        this.counted = counted;
    }

    /**
     * Makes mutants of a table. Its numbers must not be whole.
     *
     * @param keys the keys of the rows, or an empty list
     * @param numbers <i>n</i> rows
     * @param separator the separator of columns
     * @param counted whether the first line gives the numbers of rows and columns
     */
    public static TableMutants of(
            List<String> keys, float[][] numbers, String separator, boolean counted) {
        TableMutants table = new TableMutants(separator, counted);
        for (int i = 0; i < numbers.length; i++) {
            table.keys.add(keys.isEmpty() ? List.of() : List.of(keys.get(i)));
            List<String> row = new ArrayList<>();
            for (float number : numbers[i]) {
                row.add(Float.toString(number));
            }
            table.rows.add(row);
        }
        return table;
    }

    private TableMutants copy() {
        TableMutants copy = new TableMutants(separator, counted);
        copy.keys.addAll(keys);
        rows.forEach(row -> copy.rows.add(new ArrayList<>(row)));
        return copy;
    }

    /** Returns the unchanged table. */
    public byte[] whole() {
        return text(rows.size()).getBytes(StandardCharsets.UTF_8);
    }

    private String text(int said) {
        StringBuilder text = new StringBuilder();
        if (counted) {
            text.append(said).append(' ').append(rows.get(0).size()).append('\n');
        }
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = new ArrayList<>(keys.get(i));
            cells.addAll(rows.get(i));
            text.append(String.join(separator, cells)).append('\n');
        }
        return text.toString();
    }

    private Matrix numbers() {
        int width = rows.get(0).size();
        float[] all = new float[rows.size() * width];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) Double.parseDouble(rows.get(i / width).get(i % width));
        }
        return Matrix.of(rows.size(), width, all);
    }

    /** Returns a random mutant. */
    public TableMutant next(RandomGenerator random) {
        int row = random.nextInt(rows.size());
        int column = random.nextInt(rows.get(0).size());
        TableMutants other = copy();
        return switch (random.nextInt(12)) {
            case 0 -> {
                String cell = NO_NUMBERS.get(random.nextInt(NO_NUMBERS.size()));
                other.rows.get(row).set(column, cell);
                yield refused("'%s' in row %d, column %d".formatted(cell, row, column), other);
            }
            case 1 -> {
                String cell = NUMBERS.get(random.nextInt(NUMBERS.size()));
                other.rows.get(row).set(column, cell);
                yield read("'%s' in row %d, column %d".formatted(cell, row, column), other);
            }
            case 2 -> {
                other.rows.get(row).remove(column);
                yield refused("row %d without column %d".formatted(row, column), other);
            }
            case 3 -> {
                other.rows.get(row).add(column, "0.125");
                yield refused("row %d with a number more".formatted(row), other);
            }
            case 4 -> {
                other.rows.add(row, new ArrayList<>(rows.get(row)));
                other.keys.add(row, keys.get(row));
                yield byCount("row %d twice".formatted(row), other);
            }
            case 5 -> {
                other.rows.remove(row);
                other.keys.remove(row);
                yield byCount("without row %d".formatted(row), other);
            }
            case 6 -> same("a mark before UTF-8", "\uFEFF" + text(rows.size()));
            case 7 -> same("lines that end as on Windows", text(rows.size()).replace("\n", "\r\n"));
            case 8 -> same("no end of the last line", text(rows.size()).stripTrailing());
            case 9 -> same("blanks at the ends of lines", text(rows.size()).replace("\n", " \n"));
            case 10 -> {
                String text = text(rows.size());
                yield new TableMutant(
                        "UTF-16", text.getBytes(StandardCharsets.UTF_16), Optional.empty());
            }
            default -> merged(row);
        };
    }

    /** Returns a mutant without one line end, so that two rows become one. */
    private TableMutant merged(int row) {
        List<String> lines = text(rows.size()).lines().collect(Collectors.toList());
        int line = Math.min(row + (counted ? 1 : 0), lines.size() - 2);
        lines.set(line, lines.get(line) + lines.remove(line + 1));
        return new TableMutant(
                "line %d without its end".formatted(line + 1),
                bytes(String.join("\n", lines), StandardCharsets.UTF_8),
                Optional.empty());
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private TableMutant refused(String change, TableMutants other) {
        return new TableMutant(
                change, bytes(other.text(rows.size()), StandardCharsets.UTF_8), Optional.empty());
    }

    private TableMutant read(String change, TableMutants other) {
        return new TableMutant(change, other.whole(), Optional.of(other.numbers()));
    }

    /** Returns a mutant with more or fewer rows; the first line gives the old or the new number. */
    private TableMutant byCount(String change, TableMutants other) {
        return counted ? refused(change, other) : read(change, other);
    }

    private TableMutant same(String change, String text) {
        return new TableMutant(change, bytes(text, StandardCharsets.UTF_8), Optional.of(numbers()));
    }
}
