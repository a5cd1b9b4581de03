package relrep.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dependencies that {@code cnf/ext/central.mvn} lists.
 *
 * @param all the files to fetch
 * @param tools those of the build itself, by name
 * @param plugins coordinates of Maven's plugins, by name
 */
record Dependencies(
        List<Coordinate> all, Map<String, Coordinate> tools, Map<String, String> plugins) {
    private static final String LIST = "cnf/ext/central.mvn";
    private static final String TOOL = "#tool";
    private static final String PLUGIN = "#maven";

    /** Reads the list of a clone, for a platform. */
    static Dependencies of(Path top, Natives natives) throws IOException {
        List<Coordinate> all = new ArrayList<>();
        Map<String, Coordinate> tools = new LinkedHashMap<>();
        Map<String, String> plugins = new LinkedHashMap<>();
        for (String line : Files.readAllLines(top.resolve(LIST))) {
            String[] words = line.strip().split(" +", -1);
            switch (words[0]) {
                case TOOL -> {
                    String sha256 = words.length > 3 ? words[3] : "";
                    Coordinate tool = Coordinate.of(words[2], sha256);
                    tools.put(words[1], tool);
                    all.add(tool);
                }
                case PLUGIN -> plugins.put(words[1], words[2]);
                default -> {
                    if (!words[0].isEmpty() && !words[0].startsWith("#")) {
                        all.add(Coordinate.of(filledIn(words[0], natives), ""));
                    }
                }
            }
        }
        return new Dependencies(List.copyOf(all), tools, plugins);
    }

    private static String filledIn(String text, Natives natives) {
        return text.replace("${nd4j.platform}", natives.platform())
                .replace("${nd4j.natives}", natives.name());
    }

    /** Returns a tool of the build by name. */
    Coordinate tool(String name) {
        return tools.get(name);
    }
}
