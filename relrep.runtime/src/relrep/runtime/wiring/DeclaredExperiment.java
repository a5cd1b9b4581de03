package relrep.runtime.wiring;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Seed;
import relrep.runtime.experiment.Experiments;
import relrep.runtime.experiment.Job;
import relrep.runtime.experiment.RunRequest;
import relrep.workbench.progress.Cancellation;
import relrep.workbench.progress.Display;
import relrep.workbench.progress.Progress;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs an experiment that a configuration asks for. A new factory configuration {@code
 * relrep.experiment~NAME} starts a run, a changed one starts it again, and a deleted one ends it.
 *
 * <p>The property {@code experiment} names the experiment; without it, NAME does. If there is no
 * experiment of this name, the properties are the experiment itself. {@code out}, {@code jobs} and
 * {@code seed} are as on the command line; every other property is a setting, as for {@code --set}.
 */
@Component(
        service = DeclaredExperiment.class,
        immediate = true,
        configurationPid = DeclaredExperiment.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DeclaredExperiment {
    /** The factory PID of the configurations. */
    static final String PID = "relrep.experiment";

    private static final String OF_OTHERS =
            "osgi\\..*|service\\..*|component\\..*|felix\\..*|\\..*|:.*";
    private static final List<String> OWN = List.of("experiment", "out", "jobs", "seed");

    private final BundleContext context;
    private final Experiments experiments;
    private final Jobs jobs;
    private final Map<String, Object> properties;
    private final String name;
    private final Optional<Job> job;

    /** Submits the experiment. */
    @Activate
    public DeclaredExperiment(
            BundleContext context,
            Map<String, Object> properties,
            @Reference Experiments experiments,
            @Reference Jobs jobs) {
        this.context = context;
        this.experiments = experiments;
        this.jobs = jobs;
        this.properties = properties;
        this.name = String.valueOf(properties.get(Constants.SERVICE_PID)).replaceFirst("^.*~", "");
        this.job = submit();
    }

    private Optional<Job> submit() {
        try {
            RunRequest request = request();
            Seed seed = Seed.of(request.seed().orElse(0));
            Progress progress =
                    new Progress(seed, new Cancellation(), Display.none(), System::nanoTime);
            Job handedIn = experiments.submit(request, progress.run());
            jobs.refused(name, "");
            return Optional.of(handedIn);
        } catch (InvalidInputException wrong) {
            jobs.refused(name, wrong.getMessage());
            return Optional.empty();
        } catch (IOException failed) {
            jobs.refused(name, "the framework's storage cannot be written: " + failed.getMessage());
            return Optional.empty();
        }
    }

    private RunRequest request() throws IOException {
        List<String> settings = new ArrayList<>();
        properties.forEach(
                (key, value) -> {
                    if (!key.matches(OF_OTHERS) && !OWN.contains(key)) {
                        settings.add(key + "=" + text(value));
                    }
                });
        settings.sort(null);
        return new RunRequest(
                experiment(),
                settings,
                whole("seed").map(OptionalLong::of).orElse(OptionalLong.empty()),
                Optional.empty(),
                Optional.ofNullable(properties.get("out")).map(out -> Path.of(text(out))),
                whole("jobs")
                        .map(Math::toIntExact)
                        .orElse(Runtime.getRuntime().availableProcessors()),
                false,
                true,
                List.of("relrep", "configuration", PID + "~" + name),
                Path.of("").toAbsolutePath());
    }

    private Optional<Long> whole(String key) {
        try {
            return Optional.ofNullable(properties.get(key)).map(value -> Long.valueOf(text(value)));
        } catch (NumberFormatException wrong) {
            throw new InvalidInputException(
                    "%s must be a whole number, and it is '%s'"
                            .formatted(key, properties.get(key)));
        }
    }

    /** Returns the name of a known experiment, or the path of a new file that has only the name. */
    private String experiment() throws IOException {
        Object named = properties.get("experiment");
        if (named != null) {
            return text(named);
        }
        boolean known = experiments.list().stream().anyMatch(each -> each.name().equals(name));
        if (known) {
            return name;
        }
        Path file = context.getDataFile("declared").toPath().resolve(name + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "name: " + name + "\n");
        return file.toString();
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(DeclaredExperiment::text)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.getClass().isArray()
                ? text(
                        IntStream.range(0, Array.getLength(value))
                                .mapToObj(i -> Array.get(value, i))
                                .toList())
                : String.valueOf(value).strip();
    }

    @Deactivate
    void leave() {
        jobs.refused(name, "");
        job.ifPresent(one -> one.cancel("its configuration was removed"));
    }
}
