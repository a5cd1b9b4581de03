package relrep.formats;

import relrep.api.file.VectorFile.Content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds options that read a table of text in another valid way than the detected one. */
final class CsvAdvice {
    private final CsvLayout layout;
    private final CsvRoles roles;
    private final Csv.Options options;

    private CsvAdvice(CsvLayout layout, Csv.Options options) {
        this.layout = layout;
        this.roles = layout.roles();
        this.options = options;
    }

    /** Returns these options, or nothing if there is no other reading. */
    static String of(CsvLayout layout, Csv.Options options) {
        return String.join(",", new CsvAdvice(layout, options).all());
    }

    /** Returns columns as a value of {@code ignore}, together with those already in it. */
    static String numbers(Set<Integer> columns, Csv.Options options) {
        return Stream.concat(options.ignore().stream(), columns.stream().map(String::valueOf))
                .collect(Collectors.joining("+"));
    }

    private List<String> all() {
        Set<Integer> back = new TreeSet<>(); // columns that become coordinates
        Set<Integer> out = new TreeSet<>(); // columns that would, and cannot
        List<String> all = new ArrayList<>();
        boolean keys = roles.key() >= 0 && options.key().equals(CsvRoles.AUTO);
        if (keys) {
            back.add(roles.key());
        }
        if (roles.list() < 0 && !options.key().equals(CsvRoles.NONE)) {
            back.addAll(roles.idle());
        }
        back.stream().filter(roles.words()::contains).forEach(out::add);
        back.removeAll(out);
        boolean columns = keys || !back.isEmpty();
        if (roles.label() >= 0
                && options.label().equals(CsvRoles.AUTO)
                && roles.list() < 0
                && !roles.words().contains(roles.label())) {
            back.add(roles.label());
            all.add("label=none");
        }
        if (columns) {
            all.add("key=none");
        }
        if (columns && roles.list() < 0 && !out.isEmpty()) {
            all.add("ignore=" + numbers(out, options));
        }
        if (all.isEmpty() && options.key().equals(CsvRoles.AUTO) && roles.key() < 0) {
            roles.idle().stream()
                    .filter(roles.words()::contains)
                    .limit(roles.list() < 0 ? 1 : 0)
                    .forEach(column -> all.add("key=" + column));
        }
        if (named(columns ? out : Set.of())) {
            all.add(0, "header=no");
        }
        return all;
    }

    /**
     * Returns whether the line of names can also be a row.
     *
     * @param out columns that are not read then
     */
    private boolean named(Set<Integer> out) {
        List<String> names = layout.start().names();
        boolean taken = layout.start().named() && options.header() == Csv.Header.AUTO;
        if (!taken || layout.start().hashed() || byName()) {
            return false;
        }
        if (layout.shape().content() != Content.VECTORS) {
            return layout.columns() == 1 && layout.shape().content() == Content.KEYS;
        }
        Set<String> other = new HashSet<>(options.ignore());
        other.addAll(List.of(options.key(), options.label()));
        return roles.list() < 0
                && IntStream.range(0, names.size())
                        .filter(i -> !out.contains(i) && !other.contains(String.valueOf(i)))
                        .mapToObj(names::get)
                        .allMatch(name -> Cell.of(name, layout.decimalComma()) == Cell.NUMBER);
    }

    /** Returns whether an option names a column by a name that would then not exist. */
    private boolean byName() {
        return Stream.concat(options.ignore().stream(), Stream.of(options.key(), options.label()))
                .anyMatch(
                        written ->
                                !written.equals(CsvRoles.AUTO)
                                        && !written.equals(CsvRoles.NONE)
                                        && !written.matches("\\d+"));
    }
}
