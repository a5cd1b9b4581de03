package relrep.launch;

import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

import java.nio.file.Path;

/** Applies {@link ExitCallRewriter} to every class outside relrep's own bundles. */
final class ExitWeavingHook implements WeavingHook {
    private final String own;

    /**
     * Makes the hook.
     *
     * @param own the folder of relrep's own bundles
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
