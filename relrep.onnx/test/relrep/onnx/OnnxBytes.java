package relrep.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes small ONNX models by hand, field by field. */
final class OnnxBytes {
    static final int FLOAT = 1;
    static final int INT32 = 6;
    static final int INT64 = 7;

    private final Message graph = new Message();

    /** A message of a protocol buffer. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes.toByteArray());
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes.write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }

    /** Adds a node. */
    OnnxBytes node(String operator, List<String> inputs, List<String> outputs) {
        Message node = new Message();
        inputs.forEach(name -> node.text(1, name));
        outputs.forEach(name -> node.text(2, name));
        graph.message(1, node.text(4, operator));
        return this;
    }

    /** Adds weights. */
    OnnxBytes weights(String name, List<Integer> sizes, float... values) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        Message tensor = new Message();
        sizes.forEach(size -> tensor.number(1, size));
        graph.message(5, tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array()));
        return this;
    }

    /** Adds weights that lie in another file. */
    OnnxBytes external(String name, List<Integer> sizes, String file) {
        Message tensor = new Message();
        sizes.forEach(size -> tensor.number(1, size));
        Message entry = new Message().text(1, "location").text(2, file);
        graph.message(5, tensor.number(2, FLOAT).text(8, name).message(13, entry).number(14, 1));
        return this;
    }

    /** Adds an input; sizes below 1 stay open. */
    OnnxBytes input(String name, int type, int... sizes) {
        graph.message(11, port(name, type, sizes));
        return this;
    }

    /** Adds an output; sizes below 1 stay open. */
    OnnxBytes output(String name, int type, int... sizes) {
        graph.message(12, port(name, type, sizes));
        return this;
    }

    private static Message port(String name, int type, int... sizes) {
        Message shape = new Message();
        for (int size : sizes) {
            Message dimension = new Message();
            shape.message(1, size > 0 ? dimension.number(1, size) : dimension.text(2, "n" + -size));
        }
        Message tensor = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** Returns the file. */
    byte[] model() {
        Message domain = new Message().text(1, "").number(2, 13);
        return new Message()
                .number(1, 8)
                .text(2, "relrep's tests")
                .message(7, graph.text(2, "tiny"))
                .message(8, domain)
                .bytes
                .toByteArray();
    }
}
