package relrep.models.architecture;

import relrep.api.plugin.Option;
import relrep.api.run.InvalidInputException;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Checks a record of options against the ranges in the {@link Option} annotations of its
 * components.
 *
 * @param type the type of the record
 */
record Range(Class<? extends Record> type) {
    /**
     * Checks that a value is in its range.
     *
     * @param component its name in the record
     */
    Range require(String component, Number value) {
        Option option = option(component);
        double number = value.doubleValue();
        if (!(number >= option.min() && number <= option.max())) {
            throw new InvalidInputException(
                    "%s must be %s to %s, not %s"
                            .formatted(
                                    component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                                    text(option.min()),
                                    text(option.max()),
                                    value));
        }
        return this;
    }

    /** Checks that every element of a list is in the range of the list. */
    Range require(String component, List<? extends Number> values) {
        values.forEach(value -> require(component, value));
        return this;
    }

    private Option option(String component) {
        return Arrays.stream(type.getRecordComponents())
                .filter(c -> c.getName().equals(component))
                .map((RecordComponent c) -> c.getAnnotation(Option.class))
                .findFirst()
                .orElseThrow();
    }

    private static String text(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }
}
