package relrep.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All trials, with the number of attempts of each. */
final class Catalogue {
    private static final int COMMANDS = 3;

    private final Path folder;

    Catalogue(Path folder) {
        this.folder = folder;
    }

    /**
     * Lists the trials.
     *
     * @param kills processes to kill, half of them runs
     * @param inputs damaged files, as many of each format
     * @param replacements of one jar
     * @param rounds how often each bad plugin, bomb and harsh machine is tried
     */
    Map<Trial, Integer> trials(int kills, int inputs, int replacements, int rounds)
            throws IOException {
        Map<Trial, Integer> trials = new LinkedHashMap<>();
        // each attempt at a run kills twice
        int runs = kills / 4;
        trials.put(new KilledRun(folder.resolve("kill"), Ending.KILL), runs);
        trials.put(new KilledRun(folder.resolve("interrupt"), Ending.INTERRUPT), runs / 4);
        trials.put(new KilledRun(folder.resolve("terminate"), Ending.TERMINATE), runs / 4);
        for (String command : List.of("align", "apply", "project")) {
            Trial trial = new KilledFileCommand(folder.resolve(command), command);
            trials.put(trial, (kills - 2 * runs) / COMMANDS + 1);
        }
        trials.put(new SharedCache(folder.resolve("two"), 2), Math.max(1, kills / 20));
        trials.put(new SharedCache(folder.resolve("four"), 4), Math.max(1, kills / 20));
        trials.put(new BadPlugins(folder.resolve("plugins")), rounds * BadPlugins.different());
        trials.put(new HotReplacement(folder.resolve("hot")), replacements);
        List<Specimen> specimens = specimens();
        for (Specimen specimen : specimens) {
            Path own = folder.resolve(specimen.format());
            trials.put(new DamagedFile(own, specimen), inputs / specimens.size());
        }
        trials.put(new Bombs(), rounds * Bombs.different());
        trials.put(new HarshMachine(folder.resolve("machine")), rounds * HarshMachine.different());
        return trials;
    }

    private List<Specimen> specimens() throws IOException {
        Path identity = Files.createDirectories(folder.resolve("specimens")).resolve("units.npy");
        NpyArray.identity(Specimens.width()).write(identity);
        return new Specimens(identity).all();
    }
}
