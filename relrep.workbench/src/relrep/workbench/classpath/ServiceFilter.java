package relrep.workbench.classpath;

import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

import java.util.Map;

/**
 * A filter on the properties of services, in OSGi's filter language. Only this class needs {@code
 * org.osgi.framework} on the class path.
 */
record ServiceFilter(Filter filter) {
    /** Returns the filter of a text; a malformed text gives a filter that matches nothing. */
    static ServiceFilter of(String text) {
        try {
            return new ServiceFilter(FrameworkUtil.createFilter(text));
        } catch (InvalidSyntaxException malformed) {
            return new ServiceFilter(null);
        }
    }

    boolean matches(Map<String, Object> properties) {
        return filter != null && filter.matches(properties);
    }
}
