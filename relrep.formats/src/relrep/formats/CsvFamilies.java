package relrep.formats;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds columns whose names differ only by a number at the end, for example {@code x0}, {@code x1}.
 */
final class CsvFamilies {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)\\d+");

    private static final Predicate<String> NUMBER = Pattern.compile("\\d{1,9}").asMatchPredicate();

    private CsvFamilies() {}

    /**
     * Returns the columns with other names of no known meaning, if most columns belong to families.
     */
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

    /**
     * Returns whether a name marks its column as a coordinate: it is a number, and the numbers
     * among the names count 0, 1, 2, …, as pandas names columns.
     */
    static boolean counted(List<String> names, int column) {
        List<String> numbers = names.stream().map(String::strip).filter(NUMBER).toList();
        return NUMBER.test(names.get(column).strip())
                && numbers.size() > 1
                && IntStream.range(0, numbers.size())
                        .allMatch(i -> numbers.get(i).equals(Integer.toString(i)));
    }

    /** Returns whether a name continues that of a neighbour: x1 after x0, y after x. */
    static boolean fits(List<String> names, int column) {
        return (column > 0 && follows(names.get(column - 1), names.get(column)))
                || (column + 1 < names.size() && follows(names.get(column), names.get(column + 1)));
    }

    /** Returns whether a name is one of a run of names that go on, of which one is as wanted. */
    static boolean runs(List<String> names, int column, IntPredicate wanted) {
        int from = column;
        while (from > 0 && follows(names.get(from - 1), names.get(from))) {
            from--;
        }
        int to = column + 1;
        while (to < names.size() && follows(names.get(to - 1), names.get(to))) {
            to++;
        }
        return IntStream.range(from, to).anyMatch(wanted);
    }

    private static boolean follows(String earlier, String later) {
        String one = earlier.strip();
        String two = later.strip();
        if (one.length() == 1 && two.length() == 1 && Character.isLetter(one.charAt(0))) {
            return two.charAt(0) - one.charAt(0) == 1;
        }
        return !family(one).isEmpty() && family(one).equals(family(two)) && next(one, two);
    }

    private static boolean next(String one, String two) {
        int from = family(one).length() - 1;
        return new BigInteger(one.substring(from))
                .add(BigInteger.ONE)
                .equals(new BigInteger(two.substring(from)));
    }

    /** Returns the part before the number, with a mark; empty if there is no number. */
    private static String family(String name) {
        Matcher numbered = NUMBERED.matcher(name.strip());
        return numbered.matches() ? "#" + numbered.group(1) : "";
    }
}
