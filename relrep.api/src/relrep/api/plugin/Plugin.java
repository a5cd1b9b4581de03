package relrep.api.plugin;

import org.osgi.service.component.annotations.ComponentPropertyType;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a plugin its name, description and source. They become the service properties {@code
 * relrep.name}, {@code relrep.description} and {@code relrep.source}; the workbench reads only
 * these.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Plugin {
    /** The prefix of the service properties that the members become. */
    String PREFIX_ = "relrep.";

    /** The service property that holds {@link #name()}. */
    String NAME = PREFIX_ + "name";

    /** The service property that holds {@link #description()}. */
    String DESCRIPTION = PREFIX_ + "description";

    /** The service property that holds {@link #source()}. */
    String SOURCE = PREFIX_ + "source";

    /**
     * The name that experiments use: lower case, words joined by hyphens, {@code robust-cosine}.
     */
    String name();

    /** One sentence for {@code relrep list} and {@code relrep info}: what it computes. */
    String description();

    /** Where the definition comes from: authors, title, year, equation. */
    String source() default "";
}
