package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import relrep.api.data.Samples;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.runtime.network.EncodeRequest;
import relrep.runtime.network.EncodedSamples;
import relrep.vectors.file.AlignmentFile;
import relrep.vectors.file.Rows;
import relrep.vectors.file.VectorFiles;
import relrep.vectors.sample.SampleSource;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.Kind;
import relrep.workbench.progress.Progress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The command {@code encode}: writes the latents of samples. */
@picocli.CommandLine.Command(
        name = "encode",
        sortOptions = false,
        header = "Writes the latents of samples: a vector for each.",
        description = {
            "--in is a dataset (with --part), a text file with one text a line (.txt), a table with"
                    + " --text COLUMN (.csv, .tsv), a folder of pictures, or a file of vectors."
                    + " Keys are written beside the latents, one a line, where the format keeps"
                    + " none. A text that was encoded before is not encoded again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  relrep encode --encoder minilm --in texts.txt --out z.npy",
            "  relrep encode --encoder net.safetensors --in mnist --part test --out z.npy",
            "  relrep encode --encoder onnx:model=m.onnx --in reviews.csv --text review --key id"
                    + " --out z.npy"
        })
final class EncodeCommand implements Command {
    private final Workbench workbench;
    private final Console console;

    @Option(
            names = "--encoder",
            required = true,
            paramLabel = "NAME|FILE",
            description =
                    "An encoder with its options ('relrep list encoders'), or the file of a network"
                            + " that 'relrep train' wrote.")
    private String encoder;

    @Option(
            names = "--in",
            required = true,
            paramLabel = "FILE|DIR|DATASET",
            description = "The samples.")
    private String in;

    @Option(
            names = "--part",
            paramLabel = "train|test",
            description = "Which samples of a dataset.")
    private String part;

    @Option(
            names = "--text",
            paramLabel = "COLUMN",
            description = "The column of texts in a table.")
    private String text;

    @Option(names = "--key", paramLabel = "COLUMN", description = "The column of keys in a table.")
    private String key;

    @Option(
            names = "--channels",
            paramLabel = "1|3",
            description = "Read pictures as grey or as colour; as the first one is by default.")
    private Integer channels;

    @Option(names = "--data", paramLabel = "DIR", description = "Look for data here first.")
    private Path data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file for the latents; its ending chooses the format.")
    private String out;

    @Option(names = "--fresh", description = "Encode anew, whatever the cache has.")
    private boolean fresh;

    @Mixin private FileOptions options;
    @Mixin private CommonOptions common;

    EncodeCommand(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() throws IOException {
        VectorFiles files = options.files(workbench.registry(), console);
        files.requireWritable(out);
        AlignmentFile.requirePlace(console.directory().resolve(out));
        try (Progress progress = options.progress("encode", console, common)) {
            EncodedSamples encoded =
                    workbench
                            .networks()
                            .get()
                            .encode(request(files, progress.run()), progress.run());
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("out", out);
            facts.put("encoder", encoded.encoder());
            facts.put("rows", encoded.latents().rows());
            facts.put("width", encoded.latents().cols());
            write(files, encoded, facts, progress.run());
            Answer answer =
                    new FilePage(
                            "%s: %d × %d, the latents of %s by %s"
                                    .formatted(
                                            out,
                                            encoded.latents().rows(),
                                            encoded.latents().cols(),
                                            in,
                                            encoded.encoder()),
                            facts);
            return options.noted(answer, progress, common);
        }
    }

    private EncodeRequest request(VectorFiles files, Run run) {
        Path path = console.directory().resolve(in);
        List<String> datasets = datasets();
        boolean dataset = !Files.exists(path) && datasets.contains(name());
        if (!dataset && !Files.exists(path)) {
            throw workbench.registry().unknown("file, folder or dataset", in, datasets);
        }
        if (dataset && (part == null || !List.of("train", "test").contains(part))) {
            throw new InvalidInputException(
                    "--part must say which samples of '%s': train or test%s"
                            .formatted(in, part == null ? "" : ", not '" + part + "'"));
        }
        Optional<Samples> samples =
                dataset
                        ? Optional.empty()
                        : Optional.of(
                                new SampleSource(
                                                path,
                                                Optional.ofNullable(text),
                                                Optional.ofNullable(key),
                                                Optional.ofNullable(channels))
                                        .read(files, run));
        return new EncodeRequest(
                encoder,
                dataset ? Optional.of(in) : Optional.empty(),
                "train".equals(part),
                samples,
                Optional.ofNullable(data).map(console.directory()::resolve).map(RunOptions::folder),
                fresh,
                console.directory());
    }

    /** Returns the name of a dataset that is written with options; a path is its own name. */
    private String name() {
        try {
            return Expression.parse(in).name();
        } catch (InvalidInputException path) {
            return in;
        }
    }

    private List<String> datasets() {
        return workbench.registry().installed(Kind.DATASET).stream()
                .map(InstalledPlugin::name)
                .distinct()
                .toList();
    }

    private void write(
            VectorFiles files, EncodedSamples encoded, Map<String, Object> facts, Run run)
            throws IOException {
        int rows = encoded.latents().rows();
        int width = encoded.latents().cols();
        boolean kept;
        try (VectorWriter writer =
                files.create(out, rows, width, encoded.keys().isPresent(), run)) {
            int block = Rows.perBlock(width);
            kept = writer.keepsKeys();
            for (int from = 0; from < rows; from += block) {
                int to = Math.min(rows, from + block);
                run.step(from, rows);
                int first = from;
                writer.append(
                        new VectorBlock(
                                encoded.latents().rows(from, to),
                                encoded.keys()
                                        .map(keys -> keys.subList(first, to))
                                        .orElse(List.of())));
            }
            writer.commit();
        }
        if (encoded.keys().isPresent() && !kept) {
            facts.put("keys", beside("keys", encoded.keys().get()));
        }
        if (encoded.labels().isPresent()) {
            List<String> classes = encoded.labels().get().classes();
            List<String> labels =
                    IntStream.of(encoded.labels().get().toArray()).mapToObj(classes::get).toList();
            facts.put("labels", beside("labels", labels));
        }
    }

    /** Writes a list of words beside the latents, and returns the file's name. */
    private String beside(String what, List<String> words) throws IOException {
        String name = out.replaceFirst("\\.[A-Za-z0-9]+(\\.gz)?$", "") + "." + what + ".txt";
        Path file = console.directory().resolve(name);
        Path draft = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(
                    draft,
                    words.stream().map(word -> word.replaceAll("[\\r\\n]", " ")).toList(),
                    StandardCharsets.UTF_8);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return name;
    }
}
