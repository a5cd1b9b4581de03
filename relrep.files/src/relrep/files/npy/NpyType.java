package relrep.files.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of an array's elements: {@code <f4} is a little-endian float of 4 bytes.
 *
 * @param kind floats, integers with or without a sign, booleans, or texts
 * @param bytes the size of one element
 * @param order the order of these bytes
 */
public record NpyType(Kind kind, int bytes, ByteOrder order) {
    private static final Pattern WRITTEN = Pattern.compile("([<>=|]?)([fiub])(\\d{1,2})");
    private static final Pattern TEXT_WRITTEN = Pattern.compile("([<>=|]?)([US])(\\d{1,8})");
    private static final int HALF_EXPONENT_BIAS = 15;
    private static final float HALF_SUBNORMAL = 0x1p-24f;

    /** The kinds of elements. */
    public enum Kind {
        /** IEEE 754 of 2, 4 or 8 bytes. */
        FLOAT("floats"),
        /** Two's complement of 1, 2, 4 or 8 bytes. */
        SIGNED("integers"),
        /** Unsigned, of 1, 2, 4 or 8 bytes. */
        UNSIGNED("integers"),
        /** One byte, 0 or 1. */
        BOOLEAN("truth values"),
        /** UTF-32 of a fixed length, padded with zeros. */
        TEXT("texts"),
        /** UTF-8 of a fixed length, padded with zeros. */
        BYTES("bytes");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns the words for these elements in messages. */
        public String words() {
            return words;
        }
    }

    /** Returns the type with this NumPy name, if it is a type of numbers. */
    static Optional<NpyType> of(String descr) {
        Matcher parts = WRITTEN.matcher(descr);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Kind kind =
                switch (parts.group(2)) {
                    case "f" -> Kind.FLOAT;
                    case "i" -> Kind.SIGNED;
                    case "u" -> Kind.UNSIGNED;
                    default -> Kind.BOOLEAN;
                };
        int bytes = Integer.parseInt(parts.group(3));
        boolean known =
                switch (kind) {
                    case FLOAT -> bytes == 2 || bytes == 4 || bytes == 8;
                    case BOOLEAN -> bytes == 1;
                    case TEXT, BYTES -> false;
                    default -> bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
                };
        return known
                ? Optional.of(new NpyType(kind, bytes, order(parts.group(1))))
                : Optional.empty();
    }

    /** Returns the type with this NumPy name, if it is a type of texts. */
    static Optional<NpyType> ofText(String descr) {
        Matcher parts = TEXT_WRITTEN.matcher(descr);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean letters = parts.group(2).equals("U");
        int length = Integer.parseInt(parts.group(3));
        return Optional.of(
                letters
                        ? new NpyType(Kind.TEXT, length * Integer.BYTES, order(parts.group(1)))
                        : new NpyType(Kind.BYTES, length, order(parts.group(1))));
    }

    /** Returns whether the elements are texts, in letters or in bytes. */
    boolean text() {
        return kind == Kind.TEXT || kind == Kind.BYTES;
    }

    private static ByteOrder order(String written) {
        return switch (written) {
            case ">" -> ByteOrder.BIG_ENDIAN;
            case "<" -> ByteOrder.LITTLE_ENDIAN;
            default -> ByteOrder.nativeOrder();
        };
    }

    /** Returns whether the elements are whole numbers. */
    public boolean integer() {
        return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
    }

    /** Reads the next element, a number of any kind; a boolean is 0 or 1. */
    double number(ByteBuffer from) {
        return switch (kind) {
            case FLOAT -> floating(from);
            case BOOLEAN -> from.get() == 0 ? 0 : 1;
            case UNSIGNED -> bytes == Long.BYTES ? unsigned(from.getLong()) : whole(from);
            default -> whole(from);
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (bits >>> 1 | (bits & 1)) * 2.0;
    }

    private double floating(ByteBuffer from) {
        return switch (bytes) {
            case 2 -> half(from.getShort());
            case 4 -> from.getFloat();
            default -> from.getDouble();
        };
    }

    /** Reads the next element, an integer. An unsigned one of 8 bytes is returned as signed. */
    long whole(ByteBuffer from) {
        boolean signed = kind == Kind.SIGNED;
        return switch (bytes) {
            case 1 -> signed ? from.get() : Byte.toUnsignedLong(from.get());
            case 2 -> signed ? from.getShort() : Short.toUnsignedLong(from.getShort());
            case 4 -> signed ? from.getInt() : Integer.toUnsignedLong(from.getInt());
            default -> from.getLong();
        };
    }

    /** Returns the value of a half-precision float of 16 bits, which is always a float. */
    static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float sign = bits < 0 ? -1 : 1;
        if (exponent == 0) {
            return sign * (fraction * HALF_SUBNORMAL);
        }
        if (exponent == 0x1f) {
            return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
        }
        int wide = exponent - HALF_EXPONENT_BIAS + 127;
        return sign * Float.intBitsToFloat(wide << 23 | fraction << 13);
    }
}
