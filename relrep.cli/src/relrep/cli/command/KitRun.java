package relrep.cli.command;

import relrep.api.data.DataPlaces;
import relrep.api.plugin.Plugin;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.Check;
import relrep.api.tck.Checks;
import relrep.api.tck.Setting;
import relrep.api.tck.Verdict;
import relrep.workbench.contract.CheckedPlugin;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.InstalledPlugin.State;
import relrep.workbench.plugins.Registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the contract kit on plugins, one after another. */
final class KitRun {
    private static final String USABLE = "can be used";

    private final Registry registry;
    private final DataPlaces places;
    private final List<Path> files;

    /**
     * Makes it.
     *
     * @param files for vector formats to read
     */
    KitRun(Registry registry, DataPlaces places, List<Path> files) {
        this.registry = registry;
        this.places = places;
        this.files = files;
    }

    CheckPage of(List<InstalledPlugin> plugins, Run run) {
        List<CheckPage.Checked> all = new ArrayList<>();
        try {
            for (InstalledPlugin plugin : plugins) {
                Run part = run.part(plugin.name(), 1.0 / plugins.size());
                part.step(0, 1);
                all.add(new CheckPage.Checked(plugin, verdicts(plugin, run.seed().value(), part)));
                part.step(1, 1);
            }
            return new CheckPage(all, Optional.empty());
        } catch (CancelledException ended) {
            return new CheckPage(all, Optional.of(ended.getMessage()));
        }
    }

    private List<Verdict> verdicts(InstalledPlugin plugin, long seed, Run run) {
        if (plugin.state() != State.READY) {
            String reason = "it is " + plugin.state().word() + ": " + plugin.reason();
            return List.of(new Verdict(USABLE, Verdict.Outcome.SKIPPED, reason));
        }
        try {
            return registry.use(
                    plugin.kind(), plugin.name(), service -> judged(service, plugin, seed, run));
        } catch (CancelledException end) {
            throw end;
        } catch (InvalidInputException refused) {
            return List.of(new Verdict(USABLE, Verdict.Outcome.BROKEN, refused.getMessage()));
        } catch (RuntimeException | Error thrown) {
            String failed =
                    CheckedPlugin.failure(plugin.kind().word(), plugin.name(), "check", thrown);
            String reason = "%s: %s".formatted(USABLE, failed);
            return List.of(new Verdict(USABLE, Verdict.Outcome.BROKEN, reason));
        }
    }

    private List<Verdict> judged(Object service, InstalledPlugin plugin, long seed, Run run) {
        Setting setting = new Setting(Seed.of(seed), places, properties(plugin), files);
        List<Check> checks = Checks.of(service, setting);
        List<Verdict> verdicts = new ArrayList<>();
        for (Check check : checks) {
            run.step(verdicts.size(), checks.size());
            verdicts.add(check.judge());
        }
        return verdicts;
    }

    private static Map<String, Object> properties(InstalledPlugin plugin) {
        return Map.of(
                Plugin.NAME, plugin.name(),
                Plugin.DESCRIPTION, plugin.description(),
                Plugin.SOURCE, plugin.source());
    }
}
