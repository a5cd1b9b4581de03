package relrep.cli.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import relrep.api.run.InvalidInputException;
import relrep.runtime.cache.CacheFolder;
import relrep.runtime.cache.CacheFolder.Holding;
import relrep.workbench.plugins.Nearest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The command {@code cache}: lists and clears the cache. */
@ComputesNothing
@picocli.CommandLine.Command(
        name = "cache",
        sortOptions = false,
        header = "Lists or clears what is kept between runs.",
        description = {
            "Finished cells, trained networks and downloads are kept in RELREP_CACHE, else in"
                    + " ~/.cache/relrep. 'clear' deletes what was computed; downloads and natives"
                    + " only where they are named."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  relrep cache list", "  relrep cache clear", "  relrep cache clear mnist"})
final class CacheCommand implements Command {
    private static final List<String> ACTIONS = List.of("clear", "list");
    private static final List<String> COMPUTED = List.of("cells", "decoders", "faults", "networks");
    private static final List<String> IN_USE = List.of("felix", "locks");

    private final Console console;

    @Mixin private CommonOptions common;

    @Parameters(index = "0", paramLabel = "list|clear", description = "what to do")
    private String action;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME",
            description = "what to clear, as 'relrep cache list' names it")
    private List<String> names = new ArrayList<>();

    CacheCommand(Workbench workbench, Console console) {
        this.console = console;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer call() throws IOException {
        if (!ACTIONS.contains(action)) {
            throw new InvalidInputException(
                    "cache cannot '%s'; %s".formatted(action, Nearest.choice(action, ACTIONS)));
        }
        CacheFolder folder = CacheFolder.at(console.places().cache());
        List<Holding> holdings =
                folder.list().stream().filter(one -> !IN_USE.contains(one.name())).toList();
        return action.equals("list")
                ? new CachePage(folder.path(), "", holdings)
                : new CachePage(folder.path(), "deleted ", clear(folder, holdings));
    }

    private List<Holding> clear(CacheFolder folder, List<Holding> holdings) throws IOException {
        List<String> known = holdings.stream().map(Holding::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new InvalidInputException(
                        "the cache has no '%s'; %s".formatted(name, Nearest.choice(name, known)));
            }
        }
        List<String> wanted = names.isEmpty() ? COMPUTED : names;
        List<Holding> cleared =
                holdings.stream().filter(one -> wanted.contains(one.name())).toList();
        for (Holding holding : cleared) {
            folder.clear(holding.name());
        }
        return cleared;
    }
}
