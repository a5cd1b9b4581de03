package relrep.files.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Bytes as NumPy 2.4.6 wrote them with {@code numpy.lib.format.write_array}, by default of the
 * array {@code [[1, 2.5], [-3, 0.1], [1e-40, 65504]]}.
 */
final class NumPyBytes {
    static final String C_F4 = "0000803f00002040000040c0cdcccc3dc216010000e07f47";
    static final String C_BIG_F4 = "3f80000040200000c04000003dcccccd000116c2477fe000";
    static final String C_F8 =
            "000000000000f03f000000000000044000000000000008c0000000a09999b93f"
                    + "00000000206ca1370000000000fcef40";
    static final String C_BIG_F8 =
            "3ff00000000000004004000000000000c0080000000000003fb99999a0000000"
                    + "37a16c200000000040effc0000000000";
    static final String C_F2 = "003c004100c2662e0000ff7b";
    static final String C_BIG_F2 = "3c004100c2002e6600007bff";
    static final String FORTRAN_F4 = "0000803f000040c0c216010000002040cdcccc3d00e07f47";
    static final String FORTRAN_F8 =
            "000000000000f03f00000000000008c000000000206ca1370000000000000440"
                    + "000000a09999b93f0000000000fcef40";

    private NumPyBytes() {}

    /** The file of version 1.0 with this element type, order and shape. */
    static byte[] file(String descr, boolean fortran, String shape, String elements) {
        return file(1, dictionary(descr, fortran, shape), elements);
    }

    static String dictionary(String descr, boolean fortran, String shape) {
        return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
                .formatted(descr, fortran ? "True" : "False", shape);
    }

    /** The file with this header, padded as NumPy pads it. */
    static byte[] file(int version, String header, String elements) {
        int prefix = version == 1 ? 10 : 12;
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        int start = (prefix + text.length + 21 + 63) / 64 * 64;
        byte[] data = HexFormat.of().parseHex(elements);
        ByteBuffer file = ByteBuffer.allocate(start + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            file.putShort((short) (start - prefix));
        } else {
            file.putInt(start - prefix);
        }
        file.put(text);
        while (file.position() < start - 1) {
            file.put((byte) ' ');
        }
        return file.put((byte) '\n').put(data).array();
    }
}
