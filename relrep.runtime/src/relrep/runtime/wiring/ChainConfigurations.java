package relrep.runtime.wiring;

import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

import relrep.api.run.UnavailableException;
import relrep.runtime.cache.Cache;
import relrep.runtime.experiment.Job;

import java.io.IOException;

/**
 * Creates and deletes the factory configurations of chains, one for each job that has not ended.
 */
final class ChainConfigurations {
    private final ConfigurationAdmin admin;
    private final ChainWiring wiring;

    ChainConfigurations(ConfigurationAdmin admin, ChainWiring wiring) {
        this.admin = admin;
        this.wiring = wiring;
    }

    /** Creates the configuration of a job; then Declarative Services creates the chain. */
    void open(ChainJob job) {
        try {
            job.configuration(admin.createFactoryConfiguration(Chain.PID, "?"));
            wire(job);
        } catch (IOException failed) {
            throw new UnavailableException(
                    "the framework's storage, which is in the cache, cannot be written: %s; RELREP_CACHE names another folder"
                            .formatted(Cache.reason(failed)),
                    failed);
        }
    }

    /**
     * Updates the configuration of a waiting job with the contracts under which its plugins are now
     * registered.
     */
    void rewire(ChainJob job) {
        try {
            wire(job);
        } catch (IOException failed) {
            job.cancel("its configuration cannot be written: " + failed.getMessage());
        }
    }

    private void wire(ChainJob job) throws IOException {
        synchronized (job) {
            Configuration configuration = job.configuration();
            if (configuration != null && job.state() == Job.State.WAITING) {
                configuration.updateIfDifferent(
                        wiring.properties(job.subject().required(), job.id(), job.generation()));
            }
        }
    }

    /** Deletes the configuration of a job. */
    void close(ChainJob job) {
        job.release();
        try {
            job.configuration().delete();
        } catch (IOException | IllegalStateException | LinkageError frameworkEnded) {
            return;
        }
    }
}
