package relrep.formats.labelled;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The order of classes: whole numbers rise, words stand in the order of their letters. */
final class ClassOrder {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    private ClassOrder() {}

    /** Returns the different labels in their order. */
    static List<String> of(List<String> labels) {
        List<String> different = labels.stream().distinct().toList();
        boolean numbers = different.stream().allMatch(label -> WHOLE.matcher(label).matches());
        return different.stream()
                .sorted(
                        numbers
                                ? Comparator.<String>comparingLong(Long::parseLong)
                                        .thenComparing(Comparator.naturalOrder())
                                : Comparator.naturalOrder())
                .toList();
    }
}
