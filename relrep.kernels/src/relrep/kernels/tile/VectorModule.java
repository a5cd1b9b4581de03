package relrep.kernels.tile;

/**
 * The JVM's module with the Vector API. Naming it on the command line makes the JVM print a warning
 * at each start; so it is loaded when it is wanted, the way in which the JVM loads its own agents,
 * for which the command line must have {@code
 * --add-exports=java.base/jdk.internal.module=ALL-UNNAMED}. Without that there is no Vector API.
 */
final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /** Opens the module; tells whether it is open. */
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
