package relrep.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

import relrep.api.data.Matrix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class BridgeTest {
    private static final float[] VALUES = {1, 2, 3, 4, 5, 6};

    @Test
    void offHeapMemoryIsShared() {
        Matrix matrix = Matrix.filled(2, 3, memory -> memory.put(VALUES));
        INDArray array = Bridge.array(matrix);
        assertEquals(address(matrix.buffer()), array.data().address());
        assertEquals(Nd4j.createFromArray(VALUES).reshape(2, 3), array);
    }

    @Test
    void aPartOfOffHeapMemoryIsShared() {
        Matrix matrix = Matrix.filled(3, 2, memory -> memory.put(VALUES)).rows(1, 3);
        assertEquals(address(matrix.buffer()), Bridge.array(matrix).data().address());
        assertEquals(18, Bridge.array(matrix).sumNumber().floatValue());
    }

    @Test
    void aMappedFileIsShared(@TempDir Path folder) throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(VALUES);
        Path file = Files.write(folder.resolve("floats"), bytes.array());
        try (FileChannel channel = FileChannel.open(file)) {
            FloatBuffer mapped =
                    channel.map(MapMode.READ_ONLY, 0, 24)
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer();
            INDArray array = Bridge.array(Matrix.wrap(3, 2, mapped));
            assertEquals(address(mapped), array.data().address());
            assertEquals(Nd4j.createFromArray(9f, 12f), array.sum(0));
        }
    }

    @Test
    void heapMemoryAndForeignByteOrderAreCopied() {
        FloatBuffer foreign =
                ByteBuffer.allocateDirect(24)
                        .order(
                                ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                                        ? ByteOrder.LITTLE_ENDIAN
                                        : ByteOrder.BIG_ENDIAN)
                        .asFloatBuffer()
                        .put(VALUES)
                        .flip();
        INDArray wanted = Nd4j.createFromArray(VALUES).reshape(2, 3);
        assertEquals(wanted, Bridge.array(Matrix.of(2, 3, VALUES)));
        assertEquals(wanted, Bridge.array(Matrix.wrap(2, 3, foreign)));
    }

    @Test
    void aDenseArrayIsSharedAndComesBackAsItself() {
        INDArray array = Nd4j.rand(DataType.FLOAT, 40, 7);
        Matrix matrix = Bridge.matrix(array);
        assertEquals(array.data().address(), address(matrix.buffer()));
        assertEquals(array, Bridge.array(matrix));
    }

    @Test
    void viewsDoublesAndOtherOrdersAreCopiedRight() {
        INDArray array = Nd4j.createFromArray(VALUES).reshape(2, 3);
        INDArray view = array.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3));
        assertEquals(Matrix.of(2, 2, 2, 3, 5, 6), Bridge.matrix(view));
        assertEquals(Matrix.of(3, 2, 1, 4, 2, 5, 3, 6), Bridge.matrix(array.transpose()));
        assertEquals(Matrix.of(2, 3, VALUES), Bridge.matrix(array.dup('f')));
        assertEquals(Matrix.of(2, 3, VALUES), Bridge.matrix(array.castTo(DataType.DOUBLE)));
        INDArray rows = array.get(NDArrayIndex.interval(1, 2), NDArrayIndex.all());
        assertEquals(Matrix.of(1, 3, 4, 5, 6), Bridge.matrix(rows));
    }

    @Test
    void arraysOfOneRowOrColumnCross() {
        float[] values = {4, 5, 6};
        INDArray row = Nd4j.create(values, new long[] {1, 3}, 'c');
        assertEquals(Matrix.of(1, 3, values), Bridge.matrix(row));
        assertEquals(Matrix.of(3, 1, values), Bridge.matrix(row.transpose()));
        assertEquals(Matrix.of(1, 3, values), Bridge.matrix(row.castTo(DataType.DOUBLE)));
        INDArray column = Nd4j.create(values, new long[] {3, 1}, 'c');
        assertEquals(Matrix.of(3, 1, values), Bridge.matrix(column));
    }

    @Test
    void anArrayOfAWorkspaceIsCopied() {
        Matrix matrix;
        try (MemoryWorkspace workspace =
                Nd4j.getWorkspaceManager().getAndActivateWorkspace("bridge")) {
            INDArray array = Nd4j.ones(DataType.FLOAT, 2, 3);
            matrix = Bridge.matrix(array);
            assertNotEquals(array.data().address(), address(matrix.buffer()));
            array.addi(1);
        }
        assertEquals(Matrix.of(2, 3, 1, 1, 1, 1, 1, 1), matrix);
    }

    @Test
    void emptyMatricesCross() {
        INDArray array = Bridge.array(Matrix.of(0, 3));
        assertEquals(0, array.length());
        assertEquals(Matrix.of(0, 3), Bridge.matrix(array));
    }

    /** Freed too early, the memory of some of these would hold other values by the end. */
    @Test
    void memoryStaysAsLongAsEitherSideIsHeld() {
        List<Matrix> matrices = new ArrayList<>();
        List<INDArray> arrays = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            float value = i;
            matrices.add(Bridge.matrix(Nd4j.valueArrayOf(new long[] {100, 100}, value)));
            arrays.add(Bridge.array(Matrix.filled(100, 100, m -> fill(m, value))));
            System.gc();
        }
        for (int i = 0; i < 50; i++) {
            assertEquals(i, matrices.get(i).get(99, 99));
            assertEquals(i, arrays.get(i).getFloat(99, 99));
        }
    }

    private static void fill(FloatBuffer memory, float value) {
        while (memory.hasRemaining()) {
            memory.put(value);
        }
    }

    private static long address(FloatBuffer memory) {
        return new FloatPointer(memory).address();
    }
}
