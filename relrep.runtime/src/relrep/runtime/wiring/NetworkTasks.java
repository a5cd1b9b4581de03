package relrep.runtime.wiring;

import org.osgi.framework.BundleContext;

import relrep.api.data.Content;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.model.Epoch;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.runtime.cache.CacheView;
import relrep.runtime.cache.Trained;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.Planner;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.compute.Workspace;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.ExperimentFile;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.SourceLocation;
import relrep.runtime.network.EncodeRequest;
import relrep.runtime.network.EncodedSamples;
import relrep.runtime.network.NetworkFile;
import relrep.runtime.network.TrainRequest;
import relrep.runtime.provenance.BundleDigests;
import relrep.runtime.provenance.Machine;
import relrep.runtime.provenance.RunEnvironment;
import relrep.workbench.install.PluginLeases;
import relrep.workbench.place.Places;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.progress.Cancellation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Trains single networks, and encodes samples, with the plugins of the framework. */
final class NetworkTasks {
    private final BundleContext context;
    private final PluginLeases leases;
    private final BundleDigests digests;
    private final Catalogue catalogue;
    private final RunEnvironment surroundings;

    NetworkTasks(
            BundleContext context,
            PluginLeases leases,
            BundleDigests digests,
            Catalogue catalogue,
            RunEnvironment surroundings) {
        this.context = context;
        this.leases = leases;
        this.digests = digests;
        this.catalogue = catalogue;
        this.surroundings = surroundings;
    }

    NetworkFile train(TrainRequest request, Run progress) {
        Definition definition = definition(request);
        RequiredPlugins required = catalogue.required(RequiredPlugins.of(definition));
        catalogue.requireNothingMissing(required);
        try (BorrowedPlugins borrowed = borrow(required)) {
            NetworkSpec spec = chosen(request, Planner.networks(definition, borrowed.parts()));
            PartRun run = new PartRun(progress, progress.seed(), new Cancellation());
            Workspace work = workspace(borrowed.parts(), request);
            Split split = work.data().load(spec.data(), run);
            for (LocatedExpression other : work.spaces().datasets(spec)) {
                work.data().load(other, run);
            }
            work.spaces().network(spec, run);
            Trained trained = work.networks().kept(spec).orElseThrow();
            NetworkFile file =
                    new NetworkFile(
                            spec.architecture().expression(),
                            spec.width(),
                            spec.objective(),
                            trained.state(),
                            facts(spec, split, trained));
            write(file, request.directory().resolve(request.out()));
            return file;
        }
    }

    private static void write(NetworkFile file, Path out) {
        try {
            file.write(out);
        } catch (IOException failed) {
            throw new InvalidInputException(
                    "%s must be writable, but is not: %s".formatted(out, failed.getMessage()),
                    failed);
        }
    }

    private Map<String, String> facts(NetworkSpec spec, Split split, Trained trained) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("network", spec.name());
        facts.put("seed", Long.toString(spec.seed()));
        facts.put("data", spec.data().toString());
        split.checksums().forEach((name, sum) -> facts.put("data." + name, sum));
        facts.put("validation", Double.toString(spec.validation()));
        spec.through().ifPresent(how -> facts.put(NetworkFile.THROUGH, how.toString()));
        List<Epoch> history = trained.history();
        if (!history.isEmpty()) {
            Epoch last = history.get(history.size() - 1);
            facts.put("epochs", Integer.toString(last.number()));
            facts.put("train-loss", Double.toString(last.trainLoss()));
            last.validationLoss()
                    .ifPresent(loss -> facts.put("validation-loss", Double.toString(loss)));
        }
        facts.put("relrep", surroundings.version());
        facts.put("commit", surroundings.commit());
        return facts;
    }

    private Definition definition(TrainRequest request) {
        if (request.dataset().isEmpty()) {
            ExperimentFile file = catalogue.file(request.subject(), request.directory());
            Definition own = file.define(request.settings(), OptionalLong.empty());
            return request.seed().isEmpty() || own.seeds().contains(request.seed().getAsLong())
                    ? own
                    : file.define(request.settings(), request.seed());
        }
        String text =
                """
                name: train
                kind: describe
                data: "%s"
                networks: {net: "%s"}
                metrics: [spread]
                controls: []
                """
                        .formatted(
                                expression("a dataset", request.dataset().get()),
                                expression("an architecture", request.subject()));
        return new ExperimentFile("train", text, "train", "")
                .define(request.settings(), request.seed());
    }

    private static Expression expression(String what, String text) {
        if (text.contains("\"") || text.contains("\\")) {
            throw new InvalidInputException(
                    "%s is written without quotation marks and backslashes, not %s"
                            .formatted(what, text));
        }
        return Expression.parse(text);
    }

    private static NetworkSpec chosen(TrainRequest request, List<NetworkSpec> all) {
        List<NetworkSpec> trained =
                all.stream()
                        .filter(spec -> !spec.frozen() && spec.maker().file().isEmpty())
                        .filter(
                                spec ->
                                        request.network().isEmpty()
                                                || request.network().get().equals(spec.name()))
                        .filter(
                                spec ->
                                        request.seed().isEmpty()
                                                || request.seed().getAsLong() == spec.seed())
                        .toList();
        if (trained.size() == 1) {
            return trained.get(0);
        }
        List<String> labels =
                (trained.isEmpty() ? all : trained)
                        .stream()
                                .map(spec -> spec.label() + " of width " + spec.width())
                                .distinct()
                                .toList();
        throw new InvalidInputException(
                "one network must be chosen, by its name, its seed and settings, %s; there are %s"
                        .formatted(
                                trained.isEmpty()
                                        ? "and none is"
                                        : "but " + trained.size() + " are",
                                String.join(", ", labels)));
    }

    EncodedSamples encode(EncodeRequest request, Run progress) {
        PartRun run = new PartRun(progress, progress.seed(), new Cancellation());
        Path path = request.directory().resolve(request.encoder());
        Optional<NetworkFile> file =
                request.encoder().endsWith(NetworkFile.ENDING)
                        ? Optional.of(NetworkFile.read(path))
                        : Optional.empty();
        LocatedExpression encoder =
                written(
                        request.encoder(),
                        file.map(NetworkFile::architecture)
                                .orElseGet(() -> Expression.parse(request.encoder())));
        List<RequiredPlugins.Use> uses = new ArrayList<>();
        uses.add(
                new RequiredPlugins.Use(
                        file.isPresent() ? Kind.ARCHITECTURE : Kind.ENCODER, encoder));
        Optional<LocatedExpression> dataset =
                request.dataset().map(text -> written(text, Expression.parse(text)));
        dataset.ifPresent(data -> uses.add(new RequiredPlugins.Use(Kind.DATASET, data)));
        RequiredPlugins required = catalogue.required(new RequiredPlugins(uses, Map.of()));
        catalogue.requireNothingMissing(required);
        try (BorrowedPlugins borrowed = borrow(required)) {
            Workspace work = workspace(borrowed.parts(), request);
            Encoding encoding = new Encoding(borrowed.parts(), work, run);
            dataset.ifPresent(
                    data ->
                            encoding.requireContent(
                                    encoder, file.isPresent(), content(borrowed.parts(), data)));
            Samples samples =
                    dataset.map(data -> work.data().load(data, run))
                            .map(split -> request.train() ? split.train() : split.test())
                            .orElseGet(() -> request.samples().orElseThrow());
            encoding.requireContent(encoder, file.isPresent(), samples.content().content());
            return new EncodedSamples(
                    request.encoder(),
                    file.isPresent()
                            ? encoding.byNetwork(encoder, file.get(), samples.content())
                            : work.encoders().encode(encoder, samples.content(), run),
                    samples.keys(),
                    samples.labels());
        }
    }

    private static Content content(PluginResolver parts, LocatedExpression data) {
        return parts.get(Kind.DATASET, relrep.api.data.Dataset.class, data).plugin().content();
    }

    private static LocatedExpression written(String text, Expression expression) {
        return new LocatedExpression(expression, new SourceLocation(text, 0));
    }

    private BorrowedPlugins borrow(RequiredPlugins required) {
        return new BorrowedPlugins(context, leases, digests, required);
    }

    private Workspace workspace(PluginResolver parts, TrainRequest request) {
        return workspace(parts, request.data(), request.directory(), request.fresh());
    }

    private Workspace workspace(PluginResolver parts, EncodeRequest request) {
        return workspace(parts, request.data(), request.directory(), request.fresh());
    }

    private Workspace workspace(
            PluginResolver parts, Optional<Path> data, Path directory, boolean fresh) {
        Places places = Places.of(data, surroundings.environment(), surroundings.home(), directory);
        CacheView cache = surroundings.cache(places.cache()).view(fresh);
        return new Workspace(
                parts,
                cache,
                places.forData(true),
                surroundings.engine(),
                new Machine(surroundings.environment()).numeric());
    }
}
