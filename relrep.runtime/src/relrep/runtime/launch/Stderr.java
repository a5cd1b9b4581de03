package relrep.runtime.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;

/**
 * Standard error as the user sees it. The JVM greets the Vector API's module with a warning that no
 * option turns off, so the start script gives the JVM nothing to write it to and passes the real
 * standard error as another descriptor, named by {@code relrep.stderr}.
 */
final class Stderr {
    private Stderr() {}

    static void restore() {
        Integer number = Integer.getInteger("relrep.stderr");
        if (number == null) {
            return;
        }
        try {
            FileDescriptor descriptor = new FileDescriptor();
            Field field = FileDescriptor.class.getDeclaredField("fd");
            field.setAccessible(true);
            field.setInt(descriptor, number);
            System.setErr(new PrintStream(new FileOutputStream(descriptor), true));
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.out.println("relrep: there is no standard error: " + e);
        }
    }
}
