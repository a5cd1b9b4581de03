package relrep.api.run;

import org.osgi.annotation.versioning.ConsumerType;

import java.util.List;

/**
 * Examines something that the work depends on, for example native libraries. This is a service
 * without a name. {@code relrep doctor} prints the findings of all check-ups, and the provenance of
 * a run keeps them.
 */
@ConsumerType
public interface Checkup {
    /**
     * Returns the findings. It loads what it examines if necessary. A library that does not load is
     * a finding, not an exception.
     */
    List<Finding> examine();

    /**
     * One examined thing.
     *
     * @param name its name in lower case: {@code blas}
     * @param value its version and state; the text is the same whenever results would be the same,
     *     {@code OpenBLAS 0.3.30, Haswell kernels, 1 thread}
     * @param healthy whether work can rely on it
     * @param remedy what the user can do about it, or empty
     */
    record Finding(String name, String value, boolean healthy, String remedy) {}
}
