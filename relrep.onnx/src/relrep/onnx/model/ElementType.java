package relrep.onnx.model;

import java.util.Locale;

/** The type of a tensor's elements, as far as relrep reads or writes it. */
public enum ElementType {
    /** Floating point of 32 bits. */
    FLOAT(1),
    /** Whole numbers of 32 bits. */
    INT32(6),
    /** Whole numbers of 64 bits. */
    INT64(7),
    /** Any other type. */
    OTHER(0);

    private final int code;

    ElementType(int code) {
        this.code = code;
    }

    /** Returns the type with a number of the ONNX specification. */
    static ElementType of(long code) {
        for (ElementType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return OTHER;
    }

    /** Returns whether elements are whole numbers. */
    public boolean whole() {
        return this == INT32 || this == INT64;
    }

    /** Returns its name in a sentence. */
    String label() {
        return this == OTHER ? "another type" : name().toLowerCase(Locale.ROOT);
    }
}
