package relrep.workbench.install;

import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.workbench.trust.TrustList;

import java.io.File;
import java.io.IOException;

/**
 * Receives the events of File Install and passes them to {@link PluginFolder} and {@link
 * ConfigurationFiles}.
 */
@Component(
        service = ArtifactInstaller.class,
        property = "service.ranking:Integer=" + PluginWatch.BEFORE_FILE_INSTALLS_OWN)
public final class PluginWatch implements ArtifactInstaller {
    static final int BEFORE_FILE_INSTALLS_OWN = 1;

    private final PluginFolder folder;
    private final ConfigurationFiles configurations;

    /** Makes the component. */
    @Activate
    public PluginWatch(@Reference PluginFolder folder, @Reference ConfigurationAdmin admin) {
        this.configurations = new ConfigurationFiles(admin);
        this.folder = folder;
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".jar") || list(file) || ConfigurationFiles.one(file);
    }

    private static boolean list(File file) {
        return file.getName().equals(TrustList.NAME);
    }

    @Override
    public void install(File file) throws IOException {
        if (ConfigurationFiles.one(file)) {
            configurations.read(file);
        } else if (list(file)) {
            folder.judgeAgain();
        } else {
            folder.changed(file.toPath());
        }
    }

    @Override
    public void update(File file) throws IOException {
        install(file);
    }

    @Override
    public void uninstall(File file) throws IOException {
        if (ConfigurationFiles.one(file)) {
            configurations.gone(file);
        } else if (list(file)) {
            folder.judgeAgain();
        } else {
            folder.removed(file.toPath());
        }
    }
}
