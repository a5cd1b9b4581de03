package relrep.launch;

import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

import java.nio.file.Path;

/** Takes the calls that end the process out of every class that is not relrep's own. */
final class ExitWeavingHook implements WeavingHook {
    private final String own;

    /**
     * A weaver.
     *
     * @param own where relrep's own bundles are
     */
    ExitWeavingHook(Path own) {
        this.own = "reference:" + own.toUri();
    }

    @Override
    public void weave(WovenClass loaded) {
        Bundle bundle = loaded.getBundleWiring().getBundle();
        if (!bundle.getLocation().startsWith(own)) {
            ExitCallRewriter.of(loaded.getBytes()).ifPresent(loaded::setBytes);
        }
    }
}
