package relrep.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a record of options. The parser, the help text and the error message
 * use the description and the range. The parser refuses a value beyond the range before it makes
 * the record, so the record need not check it again. The default is the value in the record that
 * {@link Tunable#options()} returns.
 *
 * <p>A component may be an {@code int}, {@code long}, {@code double}, {@code boolean}, {@code
 * String}, an enum (written in lower case with hyphens), or a {@code List} of {@code Integer},
 * {@code Double} or {@code String} (written with {@code +} between the elements). Its name is
 * written with hyphens: {@code batchSize} is {@code batch-size}.
 *
 * <p>A component without this annotation may be a record of options that several plugins share. Its
 * components are options like the others ({@link OptionComponents}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {
    /** What the option does, and the effect of a small or a large value. */
    String value();

    /** The smallest value allowed, for numbers and for each element of a list of numbers. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest value allowed, for numbers and for each element of a list of numbers. */
    double max() default Double.POSITIVE_INFINITY;

    /**
     * The contract of the plugins that a {@code String} option, or a list of them, names by
     * expressions; none by default. The experiment waits for these plugins and checks them, and its
     * results depend on them, as for plugins that the experiment names itself. {@link Plugins}
     * returns them.
     */
    Class<?> plugin() default void.class;
}
