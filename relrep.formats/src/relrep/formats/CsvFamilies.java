package relrep.formats;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of columns that differ by a number at their end alone, as {@code x0}, {@code x1}. */
final class CsvFamilies {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)\\d+");

    private CsvFamilies() {}

    /** Returns the columns of other names that say nothing, where most are of such. */
    static Set<Integer> unlike(List<String> names) {
        Map<String, Integer> members = new HashMap<>();
        names.forEach(name -> members.merge(family(name), 1, Integer::sum));
        Set<Integer> unlike = new HashSet<>();
        int known = 0;
        for (int i = 0; i < names.size(); i++) {
            if (CsvNames.known(names.get(i))) {
                known++;
                continue;
            }
            String family = family(names.get(i));
            if (family.isEmpty() || members.get(family) < 2) {
                unlike.add(i);
            }
        }
        return 2 * unlike.size() < names.size() - known ? unlike : Set.of();
    }

    /** Returns what stands before the number, with a mark; nothing where there is no number. */
    private static String family(String name) {
        Matcher numbered = NUMBERED.matcher(name.strip());
        return numbered.matches() ? "#" + numbered.group(1) : "";
    }
}
