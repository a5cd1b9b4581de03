package relrep.api.run;

import org.osgi.annotation.versioning.ConsumerType;

import java.util.List;

/**
 * Looks at something that work depends on, such as native libraries. A service without a name;
 * {@code relrep doctor} prints what each of them finds, and the provenance of a run keeps it.
 */
@ConsumerType
public interface Checkup {
    /**
     * Returns what was found. Loads what it looks at if need be; a library that does not load is a
     * finding, not an exception.
     */
    List<Finding> examine();

    /**
     * One thing that was looked at.
     *
     * @param name what it is called, lower case: {@code blas}
     * @param value what it is: the same text whenever results would be the same, {@code OpenBLAS
     *     0.3.30, Haswell kernels, 1 thread}
     * @param healthy whether work can rely on it
     * @param remedy what the user can do about it, or empty
     */
    record Finding(String name, String value, boolean healthy, String remedy) {}
}
