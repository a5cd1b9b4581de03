package relrep.cli.command;

import relrep.runtime.cache.CacheFolder.Holding;
import relrep.workbench.terminal.Quantity;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The contents of the cache, or the deleted ones.
 *
 * @param folder the cache's path
 * @param done {@code "deleted "}, or empty if nothing was deleted
 * @param holdings the sub-folders
 */
record CachePage(Path folder, String done, List<Holding> holdings) implements Answer {
    private static final double MEGA = 1e6;

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("folder", folder.toString());
        json.put("deleted", !done.isEmpty());
        json.put("holdings", holdings.stream().map(CachePage::json).toList());
        return json;
    }

    private static Map<String, Object> json(Holding holding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", holding.name());
        json.put("files", holding.files());
        json.put("bytes", holding.bytes());
        return json;
    }

    @Override
    public void print(TextPage page) {
        for (Holding holding : holdings) {
            page.line(
                    "%s%s: %s, %s"
                            .formatted(
                                    done,
                                    holding.name(),
                                    Quantity.of(holding.files(), "file"),
                                    mega(holding.bytes())));
        }
        long bytes = holdings.stream().mapToLong(Holding::bytes).sum();
        page.line("%s%s in %s".formatted(done, mega(bytes), folder));
    }

    private static String mega(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGA);
    }
}
