package relrep.kernels.tile;

/**
 * Loads the JVM's module with the Vector API. If the command line named the module, the JVM would
 * print a warning at each start. So it is loaded on demand, as the JVM loads its own agents. This
 * needs {@code --add-exports=java.base/jdk.internal.module=ALL-UNNAMED} on the command line;
 * without it there is no Vector API.
 */
final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /** Opens the module; returns whether it is open. */
    static boolean open() {
        if (ModuleLayer.boot().findModule(NAME).isPresent()) {
            return true;
        }
        try {
            Class.forName("jdk.internal.module.Modules", true, null)
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return true;
        } catch (ReflectiveOperationException | LinkageError closed) {
            return false;
        }
    }
}
