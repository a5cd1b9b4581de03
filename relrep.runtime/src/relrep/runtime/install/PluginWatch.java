package relrep.runtime.install;

import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.runtime.trust.TrustList;

import java.io.File;

/** Hands what File Install sees in {@code plugins/} to those who know what plugins are. */
@Component(service = ArtifactInstaller.class)
public final class PluginWatch implements ArtifactInstaller {
    private final PluginFolder folder;

    /** Works for a folder. */
    @Activate
    public PluginWatch(@Reference PluginFolder folder) {
        this.folder = folder;
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".jar") || list(file);
    }

    private static boolean list(File file) {
        return file.getName().equals(TrustList.NAME);
    }

    @Override
    public void install(File file) {
        if (list(file)) {
            folder.judgeAgain();
        } else {
            folder.changed(file.toPath());
        }
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        if (list(file)) {
            folder.judgeAgain();
        } else {
            folder.removed(file.toPath());
        }
    }
}
