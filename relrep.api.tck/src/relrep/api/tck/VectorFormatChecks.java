package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.mutant.Damage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The laws of {@link VectorFormat}, checked on files that the format writes and on given files. */
final class VectorFormatChecks {
    private static final int ROWS = 23;
    private static final int WIDTH = 5;
    private static final int BROKEN = 200;
    private static final int SHORT = 1 << 14;
    private static final long LARGEST = 1 << 24;
    private static final int BEGINNING = 4096;
    private static final int MOST_ROWS = 1000;
    private static final String ONLY_READ = "it is only read";

    private final VectorFormat format;
    private final List<Path> given;

    private VectorFormatChecks(VectorFormat format, List<Path> given) {
        this.format = format;
        this.given = given;
    }

    static void add(VectorFormat format, List<Path> given, Checks checks) {
        VectorFormatChecks laws = new VectorFormatChecks(format, given);
        if (!given.isEmpty()) {
            checks.add("recognises the file that it is given, and reads it", laws::reads);
        }
        checks.add("recognises nothing in an empty file of another name", laws::strangers);
        checks.add("recognises and reads what it wrote, to the last bit", laws::roundTrip);
        checks.add("returns the same rows however they are cut into blocks", laws::blocks);
        checks.add("leaves no file where the writing was not finished", laws::unfinished);
        checks.add("refuses rows that were not announced", laws::unannounced);
        checks.add("reads a file cut off anywhere as refused, in one sentence", laws::truncated);
        checks.add("reads or refuses a file with bytes changed at random", laws::changed);
    }

    /** Does something with each ending that the format writes. */
    private interface Body {
        void on(Path file) throws IOException;
    }

    private void each(Body body) throws IOException {
        List<String> endings = format.writes();
        if (endings.isEmpty()) {
            throw new SkippedException(ONLY_READ);
        }
        inFolder(
                folder -> {
                    for (String ending : endings) {
                        body.on(folder.resolve("x" + ending));
                    }
                });
    }

    /** Does something with each file that the format wrote, and with a copy of each given file. */
    private void eachToRead(Trial t, Body body) throws IOException {
        if (format.writes().isEmpty() && given.isEmpty()) {
            throw new SkippedException(
                    ONLY_READ
                            + ", and no file is given; file=FILE gives one to the check,"
                            + " a test Setting.with(files)");
        }
        if (!format.writes().isEmpty()) {
            each(
                    file -> {
                        write(file, example(t, true));
                        body.on(file);
                    });
        }
        for (Path file : given) {
            if (Files.size(file) > LARGEST) {
                throw new SkippedException(file + " is larger than 16 MB");
            }
            inFolder(folder -> body.on(Files.copy(file, folder.resolve(file.getFileName()))));
        }
    }

    private static void inFolder(Body body) throws IOException {
        Path folder = Files.createTempDirectory("relrep-vectors");
        try {
            body.on(folder);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void strangers(Trial t) {
        t.require(
                !format.recognises("x.unheard-of", new byte[0]),
                "an empty file of an unknown ending is of no format");
    }

    private static VectorBlock example(Trial t, boolean keyed) {
        RandomGenerator random = t.random("vectors");
        float[] values = new float[ROWS * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-30, 30)));
        }
        List<String> keys =
                keyed ? IntStream.range(0, ROWS).mapToObj(i -> "wörd-" + i).toList() : List.of();
        return new VectorBlock(Matrix.of(ROWS, WIDTH, values), keys);
    }

    private VectorWriter begin(Path file, boolean keyed) {
        return format.create(new VectorTarget(file, ROWS, WIDTH, keyed));
    }

    private boolean write(Path file, VectorBlock block) {
        try (VectorWriter writer = begin(file, !block.keys().isEmpty())) {
            writer.append(block);
            writer.commit();
            return writer.keepsKeys();
        }
    }

    private VectorFile open(Path file) {
        return format.open(VectorSource.of(file), Run.quiet(Seed.of(1)));
    }

    private void roundTrip(Trial t) throws IOException {
        each(
                file -> {
                    for (boolean keyed : new boolean[] {false, true}) {
                        VectorBlock block = example(t, keyed);
                        boolean keeps = write(file, block) && keyed;
                        byte[] start = Files.readAllBytes(file);
                        t.require(
                                file.toString().endsWith(".gz")
                                        || format.recognises(
                                                file.getFileName().toString(),
                                                Arrays.copyOf(start, Math.min(4096, start.length))),
                                "%s must be recognised",
                                file.getFileName());
                        try (VectorFile read = open(file)) {
                            t.require(
                                    read.content() == VectorFile.Content.VECTORS
                                            && read.rows() == ROWS
                                            && read.width() == WIDTH
                                            && read.keyed() == keeps,
                                    "%s must hold %d × %d, not %s, %d × %d",
                                    file.getFileName(),
                                    ROWS,
                                    WIDTH,
                                    read.content(),
                                    read.rows(),
                                    read.width());
                            VectorBlock all = read.read(0, ROWS);
                            t.require(
                                    all.vectors().equals(block.vectors()),
                                    "%s must have the numbers that were written",
                                    file.getFileName());
                            t.require(
                                    !keeps || all.keys().equals(block.keys()),
                                    "%s must have the keys that were written",
                                    file.getFileName());
                        }
                    }
                });
    }

    private void reads(Trial t) throws IOException {
        for (Path file : given) {
            byte[] start;
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(BEGINNING);
            }
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            t.require(
                    name.endsWith(".gz") || format.recognises(name, start),
                    "%s must be recognised",
                    file.getFileName());
            try (VectorFile read = open(file)) {
                if (read.content() == VectorFile.Content.VECTORS) {
                    int rows = (int) Math.min(MOST_ROWS, read.rows());
                    VectorBlock block = read.read(0, rows);
                    t.shape(rows, read.width(), block.vectors(), "the first rows");
                    t.finite(block.vectors(), "the first rows");
                    t.require(
                            block.keys().size() == (read.keyed() ? rows : 0),
                            "there must be a key a row or none, not %d for %d",
                            block.keys().size(),
                            rows);
                } else {
                    t.require(
                            read.integers().length == read.rows(),
                            "there must be %d numbers, not %d",
                            read.rows(),
                            read.integers().length);
                }
            }
        }
    }

    private void blocks(Trial t) throws IOException {
        eachToRead(
                t,
                file -> {
                    try (VectorFile read = open(file)) {
                        if (read.content() == VectorFile.Content.VECTORS) {
                            blocks(t, read);
                        }
                    }
                });
    }

    private static void blocks(Trial t, VectorFile read) {
        int n = (int) Math.min(MOST_ROWS, read.rows());
        VectorBlock all = read.read(0, n);
        int[][] cuts = {{0, n / 5}, {n / 5, n / 4}, {n / 3, n}, {n / 9, n / 8}, {n, n}};
        for (int[] cut : cuts) {
            VectorBlock part = read.read(cut[0], cut[1]);
            boolean keys =
                    all.keys().isEmpty() || part.keys().equals(all.keys().subList(cut[0], cut[1]));
            t.require(
                    part.vectors().equals(all.vectors().rows(cut[0], cut[1])) && keys,
                    "rows %d to %d must be what they are in the whole",
                    cut[0],
                    cut[1]);
        }
        t.refuses("rows past the end", () -> read.read(0, read.rows() + 1));
    }

    private void unfinished(Trial t) throws IOException {
        each(
                file -> {
                    try (VectorWriter writer = begin(file, false)) {
                        writer.append(example(t, false));
                    }
                    t.require(!Files.exists(file), "a file appears when it is whole");
                });
    }

    private void unannounced(Trial t) throws IOException {
        each(
                file -> {
                    VectorBlock block = example(t, false);
                    try (VectorWriter writer = begin(file, false)) {
                        t.refuses(
                                "a file without its rows",
                                () -> {
                                    writer.commit();
                                    return null;
                                });
                        writer.append(block);
                        t.refuses(
                                "more rows than announced",
                                () -> {
                                    writer.append(block);
                                    return null;
                                });
                    }
                });
    }

    private void truncated(Trial t) throws IOException {
        RandomGenerator random = t.random("lengths");
        eachToRead(
                t,
                file -> {
                    byte[] whole = Files.readAllBytes(file);
                    int[] lengths =
                            whole.length <= SHORT
                                    ? IntStream.range(0, whole.length).toArray()
                                    : random.ints(BROKEN, 0, whole.length).toArray();
                    for (int length : lengths) {
                        told(t, Files.write(file, Arrays.copyOf(whole, length)));
                    }
                });
    }

    private void changed(Trial t) throws IOException {
        RandomGenerator random = t.random("changes");
        eachToRead(
                t,
                file -> {
                    byte[] whole = Files.readAllBytes(file);
                    for (int i = 0; i < BROKEN; i++) {
                        told(t, Files.write(file, Damage.of(whole, random)));
                    }
                });
    }

    /**
     * Reads the whole file, or checks that it is refused in one sentence with the name of the file.
     */
    private void told(Trial t, Path file) {
        try (VectorFile read = open(file)) {
            if (read.content() == VectorFile.Content.INTEGERS) {
                read.integers();
            } else {
                read.read(0, read.rows());
            }
        } catch (InvalidInputException refused) {
            t.require(
                    refused.getMessage().contains(file.getFileName().toString())
                            && refused.getMessage().lines().count() == 1,
                    "a refusal must be one sentence that names the file, not: %s",
                    refused.getMessage());
        }
    }
}
