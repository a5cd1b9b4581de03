package relrep.onnx.model;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads the wire format of protocol buffers from a file, and skips what nobody asks for. A model
 * has many megabytes of weights between the few bytes that describe it.
 *
 * <p>Protocol Buffers documentation, Encoding.
 */
final class WireReader implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int VARINT_BYTES = 10;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private final long size;
    private long read;
    private long end;
    private int wireType;

    /** Opens a file; its end is the first message's. */
    WireReader(Path file) throws IOException {
        channel = FileChannel.open(file);
        size = channel.size();
        end = size;
    }

    /** What is read inside one message. */
    interface Fields {
        /** Reads or skips the field with this number. */
        void read(int field) throws IOException;
    }

    /** Reads every field of the current message. */
    void fields(Fields fields) throws IOException {
        while (read < end) {
            long tag = varint();
            wireType = (int) (tag & 7);
            long field = tag >>> 3;
            if (field < 1 || field > Integer.MAX_VALUE) {
                throw malformed();
            }
            fields.read((int) field);
        }
    }

    /** Reads the fields of a message that is the current field's value. */
    void message(Fields fields) throws IOException {
        long length = length();
        long outer = end;
        end = read + length;
        fields(fields);
        end = outer;
    }

    /** Returns the current field's value, a text. */
    String text() throws IOException {
        long length = length();
        if (length > LONGEST_TEXT) {
            throw malformed();
        }
        byte[] bytes = new byte[(int) length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = next();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the current field's value, a number. */
    long number() throws IOException {
        if (wireType != 0) {
            throw malformed();
        }
        return varint();
    }

    /** What takes each number of a repeated field. */
    interface Numbers {
        /** Takes the next number. */
        void take(long number);
    }

    /** Reads numbers of a repeated field, packed or alone. */
    void numbers(Numbers numbers) throws IOException {
        if (wireType == DELIMITED) {
            long length = length();
            long last = read + length;
            while (read < last) {
                numbers.take(varint());
            }
        } else {
            numbers.take(number());
        }
    }

    /** Skips the current field's value. */
    void skip() throws IOException {
        switch (wireType) {
            case 0 -> varint();
            case FIXED64 -> skip(Long.BYTES);
            case DELIMITED -> skip(length());
            case FIXED32 -> skip(Integer.BYTES);
            default -> throw malformed();
        }
    }

    private void skip(long bytes) throws IOException {
        if (bytes > end - read) {
            throw malformed();
        }
        read += bytes;
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
        } else {
            channel.position(read);
            buffer.limit(0);
        }
    }

    private long length() throws IOException {
        if (wireType != DELIMITED) {
            throw malformed();
        }
        long length = varint();
        if (length < 0 || length > end - read) {
            throw malformed();
        }
        return length;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int i = 0; i < VARINT_BYTES; i++) {
            byte next = next();
            value |= (long) (next & 0x7f) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw malformed();
    }

    private byte next() throws IOException {
        if (read >= end) {
            throw malformed();
        }
        if (!buffer.hasRemaining()) {
            buffer.clear();
            if (channel.read(buffer) <= 0) {
                throw malformed();
            }
            buffer.flip();
        }
        read++;
        return buffer.get();
    }

    private IOException malformed() {
        return new IOException(
                "its %d bytes are no protocol buffer from offset %d on".formatted(size, read));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
