package relrep.runtime.cell;

import relrep.api.alignment.Aligner;
import relrep.api.data.AnchorSelector;
import relrep.api.data.Dataset;
import relrep.api.metric.Metric;
import relrep.api.model.DecoderArchitecture;
import relrep.api.model.Encoder;
import relrep.api.model.Penalty;
import relrep.api.similarity.Similarity;
import relrep.api.transform.Transform;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.TrainedFile;
import relrep.workbench.plugins.Kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Computes the cache keys of results. A key is a digest of everything that a result depends on: the
 * plugins with all their options and their code, the code of the engine, the data's checksums, the
 * seeds, and the properties of the machine that change numbers. Equal keys mean equal values.
 */
public final class CellKeys {
    private final PluginResolver parts;
    private final String engine;
    private final Map<String, String> machine;
    private final Function<LocatedExpression, Map<String, String>> checksums;
    private final Map<Object, String> known = new ConcurrentHashMap<>();

    /**
     * Makes it.
     *
     * @param parts the plugins
     * @param engine the digest of the engine's code
     * @param machine the properties of the machine that change numbers
     * @param checksums returns the checksums of a dataset's files
     */
    public CellKeys(
            PluginResolver parts,
            String engine,
            Map<String, String> machine,
            Function<LocatedExpression, Map<String, String>> checksums) {
        this.parts = parts;
        this.engine = engine;
        this.machine = Map.copyOf(machine);
        this.checksums = checksums;
    }

    private Digest begin(String what) {
        return new Digest(what).add(engine).add(new TreeMap<>(machine));
    }

    private String data(LocatedExpression data) {
        return memo(
                data,
                () ->
                        begin("data")
                                .add(parts.get(Kind.DATASET, Dataset.class, data).identity())
                                .add(checksums.apply(data)));
    }

    /** Returns the key of a trained network. */
    public String network(NetworkSpec spec) {
        return memo(
                spec,
                () -> {
                    Digest digest =
                            begin("network")
                                    .add(architecture(spec))
                                    .add(data(spec.data()))
                                    .add(spec.width())
                                    .add(spec.objective())
                                    .add(spec.validation())
                                    .add(spec.branch());
                    spec.through()
                            .ifPresent(
                                    through ->
                                            digest.add(relative(through.how()))
                                                    .add(through.every())
                                                    .add(through.normalised()));
                    return digest;
                });
    }

    private String architecture(NetworkSpec spec) {
        return spec.frozen()
                ? encoder(spec.architecture())
                : architecture(spec.architecture())
                        + spec.maker().file().map(TrainedFile::sha256).orElse("")
                        + spec.maker().decoder().map(this::architecture).orElse("")
                        + spec.maker().penalties().stream()
                                .map(this::penalty)
                                .collect(Collectors.joining());
    }

    private String penalty(LocatedExpression written) {
        return " with " + parts.get(Kind.PENALTY, Penalty.class, written).identity();
    }

    private String architecture(LocatedExpression written) {
        ResolvedPlugin<DecoderArchitecture> architecture =
                parts.get(Kind.ARCHITECTURE, DecoderArchitecture.class, written);
        Map<String, String> files = architecture.plugin().checksums();
        return files.isEmpty()
                ? architecture.identity()
                : architecture.identity() + new TreeMap<>(files);
    }

    private String encoder(LocatedExpression written) {
        ResolvedPlugin<Encoder> encoder = parts.get(Kind.ENCODER, Encoder.class, written);
        return encoder.identity() + new TreeMap<>(encoder.plugin().checksums());
    }

    /** Returns the key of the latents that an encoder gives. */
    public String vectors(LocatedExpression encoder) {
        return begin("vectors").add(encoder(encoder)).hex();
    }

    private String anchors(AnchorSpec spec) {
        return memo(
                spec,
                () ->
                        begin("anchors")
                                .add(selector(spec))
                                .add(data(spec.data()))
                                .add(spec.among().map(this::network))
                                .add(places(spec))
                                .add(spec.branch()));
    }

    private List<String> places(AnchorSpec spec) {
        return spec.places().entrySet().stream()
                .map(each -> each.getKey() + " " + data(each.getValue()))
                .toList();
    }

    private String selector(AnchorSpec spec) {
        return parts.get(Kind.ANCHOR_SELECTOR, AnchorSelector.class, spec.selector()).identity();
    }

    private String relative(RelativeSpec spec) {
        return memo(
                spec,
                () -> {
                    Digest digest =
                            begin("relative")
                                    .add(anchors(spec.anchors()))
                                    .add(
                                            parts.get(
                                                            Kind.SIMILARITY,
                                                            Similarity.class,
                                                            spec.similarity())
                                                    .identity());
                    if (!spec.transforms().isEmpty() || !spec.after().isEmpty()) {
                        digest.add(transforms(spec.transforms())).add(transforms(spec.after()));
                    }
                    return digest;
                });
    }

    /** Returns what transforms depend on; empty without any. */
    private String transforms(List<LocatedExpression> transforms) {
        return transforms.stream()
                .map(each -> parts.get(Kind.TRANSFORM, Transform.class, each).identity())
                .collect(Collectors.joining(" then "));
    }

    /** Returns the key of a trained decoder. */
    public String decoder(DecoderSpec spec) {
        return memo(
                spec,
                () ->
                        begin("decoder")
                                .add(network(spec.network()))
                                .add(spec.relative().map(this::relative))
                                .add(spec.network().maker().decoding().map(this::architecture))
                                .add(spec.branch()));
    }

    /** Returns the key of a cell's result. */
    public String cell(Cell cell) {
        Digest digest =
                begin("cell")
                        .add(cell.kind())
                        .add(data(cell.data()))
                        .add(cell.objective())
                        .add(cell.source().map(this::network))
                        .add(cell.target().map(this::network))
                        .add(cell.widths())
                        .add(link(cell.link()))
                        .add(cell.branch());
        for (LocatedExpression metric : cell.metrics()) {
            digest.add(parts.get(Kind.METRIC, Metric.class, metric).identity());
        }
        for (LocatedExpression metric : cell.trainMetrics()) {
            digest.add("train " + parts.get(Kind.METRIC, Metric.class, metric).identity());
        }
        return digest.hex();
    }

    private String link(CellBridge link) {
        String aligner =
                link instanceof CellBridge.Aligned aligned
                        ? parts.get(Kind.ALIGNER, Aligner.class, aligned.aligner()).identity()
                        : link instanceof CellBridge.Floor floor ? floor.range().toString() : "";
        return link.column()
                + aligner
                + transforms(link.transforms())
                + wide(link)
                + link.relative().map(this::relative)
                + anchorsAlone(link).map(this::anchors);
    }

    private String wide(CellBridge link) {
        return link instanceof CellBridge.Chance chance
                ? chance.wide().map(this::network).orElse("")
                : "";
    }

    private static Optional<AnchorSpec> anchorsAlone(CellBridge link) {
        return link.relative().isPresent() ? Optional.empty() : link.anchors();
    }

    private String memo(Object spec, Supplier<Digest> digest) {
        String name = known.get(spec);
        if (name == null) {
            name = digest.get().hex();
            known.put(spec, name);
        }
        return name;
    }
}
