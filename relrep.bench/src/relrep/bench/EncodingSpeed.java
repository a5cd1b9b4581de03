package relrep.bench;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.onnx.Minilm;
import relrep.onnx.published.PublishedFiles;
import relrep.onnx.published.PublishedModel;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures how long {@code minilm} takes to encode short texts, block by block in turn with ONNX
 * Runtime alone. The latter gets the same batches as ready tensors: it has no tokens to find and
 * nothing to average. Both have one thread and are measured by processor time.
 */
final class EncodingSpeed {
    private static final int TEXTS = 10_000;
    private static final int BLOCK = 256;
    private static final int BATCH = 32;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 25;
    private static final double MILLI = 1e3;

    private static final List<String> WORDS =
            List.of(
                    "the",
                    "of",
                    "and",
                    "a",
                    "to",
                    "in",
                    "was",
                    "with",
                    "for",
                    "on",
                    "from",
                    "they",
                    "city",
                    "river",
                    "market",
                    "doctor",
                    "village",
                    "science",
                    "music",
                    "winter",
                    "teacher",
                    "government",
                    "research",
                    "company",
                    "children",
                    "mountain",
                    "opened",
                    "discovered",
                    "measured",
                    "described",
                    "announced",
                    "followed",
                    "old",
                    "large",
                    "unusual",
                    "international",
                    "quiet",
                    "expensive",
                    "early",
                    "yesterday",
                    "slowly",
                    "again",
                    "before",
                    "between",
                    "without",
                    "photosynthesis");

    private final PrintStream out;
    private final int count;
    private final DataPlaces places;

    /**
     * Prepares the benchmark.
     *
     * @param words the number of texts; 10,000 by default
     */
    EncodingSpeed(PrintStream out, List<String> words) {
        this.out = out;
        this.count = words.isEmpty() ? TEXTS : Integer.parseInt(words.get(0));
        List<Path> folders = Settings.folder("RELREP_DATA").map(List::of).orElse(List.of());
        this.places =
                new DataPlaces(folders, Path.of(System.getProperty("relrep.cache", ".")), true);
    }

    /** Measures, and prints the times of a text and their ratio. */
    void run() throws IOException, OrtException {
        Run quiet = Run.quiet(Seed.of(1));
        Minilm encoder = new Minilm();
        encoder.prepare(places, quiet);
        PublishedFiles.Unpacked files =
                PublishedFiles.of(PublishedModel.MINILM, places).require(quiet);
        List<String> texts = texts();
        double ours = 0;
        double theirs = 0;
        try (HuggingFaceTokenizer tokenizer = tokenizer(files.tokenizer());
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            try (OrtSession session =
                    OrtEnvironment.getEnvironment()
                            .createSession(files.model().toString(), options)) {
                // once for warmth
                encoder.encode(Inputs.of(texts.subList(0, Math.min(BLOCK, count))));
                compute(session, texts.subList(0, Math.min(BLOCK, count)), tokenizer);
                for (int from = 0; from < count; from += BLOCK) {
                    List<String> block = texts.subList(from, Math.min(count, from + BLOCK));
                    Clock start = Clock.now();
                    encoder.encode(Inputs.of(block));
                    ours += start.elapsed().cpu();
                    theirs += compute(session, block, tokenizer);
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "minilm, %d texts of %d to %d words: %.3f ms of processor time a text, ONNX Runtime"
                        + " alone %.3f, ratio %.3f%n",
                count,
                SHORTEST,
                LONGEST,
                ours / count * MILLI,
                theirs / count * MILLI,
                ours / theirs);
    }

    private List<String> texts() {
        RandomGenerator random = Seed.of(1).branch("texts").random();
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                IntStream.range(0, random.nextInt(SHORTEST, LONGEST + 1))
                                        .mapToObj(word -> WORDS.get(random.nextInt(WORDS.size())))
                                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static HuggingFaceTokenizer tokenizer(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return HuggingFaceTokenizer.newInstance(in, Map.of("padding", "do_not_pad"));
        }
    }

    /** Returns the processor time of ONNX Runtime for the batches of a block. */
    private static double compute(
            OrtSession session, List<String> block, HuggingFaceTokenizer tokenizer)
            throws OrtException {
        List<long[]> tokens =
                block.stream()
                        .map(text -> tokenizer.encode(text).getIds())
                        .sorted(Comparator.comparing(ids -> ids.length))
                        .toList();
        double sum = 0;
        for (int from = 0; from < tokens.size(); ) {
            int to = from + 1;
            while (to < tokens.size()
                    && to - from < BATCH
                    && tokens.get(to).length == tokens.get(from).length) {
                to++;
            }
            sum += compute(session, tokens.subList(from, to));
            from = to;
        }
        return sum;
    }

    private static double compute(OrtSession session, List<long[]> batch) throws OrtException {
        long[] sizes = {batch.size(), batch.get(0).length};
        long[] ids = batch.stream().flatMapToLong(Arrays::stream).toArray();
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), sizes);
                OnnxTensor mask =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), sizes);
                OnnxTensor types =
                        OnnxTensor.createTensor(
                                environment, LongBuffer.wrap(new long[ids.length]), sizes)) {
            Map<String, OnnxTensor> inputs =
                    Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types);
            Clock start = Clock.now();
            try (OrtSession.Result result = session.run(inputs)) {
                return result.size() > 0 ? start.elapsed().cpu() : 0;
            }
        }
    }
}
