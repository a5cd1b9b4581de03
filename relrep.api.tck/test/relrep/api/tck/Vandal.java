package relrep.api.tck;

import relrep.api.data.Matrix;

import java.lang.reflect.Field;
import java.nio.FloatBuffer;

/** Changes immutable memory, as native code with access to it could. */
final class Vandal {
    private Vandal() {}

    static void change(Matrix matrix) {
        try {
            Field data = Matrix.class.getDeclaredField("data");
            data.setAccessible(true);
            FloatBuffer memory = (FloatBuffer) data.get(matrix);
            memory.put(0, memory.get(0) + 1);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
