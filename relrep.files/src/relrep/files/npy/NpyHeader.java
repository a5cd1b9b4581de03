package relrep.files.npy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The header of a {@code .npy}.
 *
 * @param type the type of the elements
 * @param fortran whether the first dimension runs fastest
 * @param shape the dimensions, none negative
 * @param start the offset of the first element
 */
public record NpyHeader(NpyType type, boolean fortran, List<Long> shape, long start) {
    /** Copies the shape. */
    public NpyHeader {
        shape = List.copyOf(shape);
    }

    /**
     * Returns <i>n</i> and <i>d</i> of a table of numbers. An array of one dimension is one vector:
     * 1 and its length.
     */
    List<Long> table() {
        return shape.size() == 1 ? List.of(1L, shape.get(0)) : shape;
    }

    /** Returns the header with all dimensions after the first as one. */
    NpyHeader flattened() {
        long row = shape.stream().skip(1).reduce(1L, (a, b) -> a * b);
        return new NpyHeader(type, fortran, List.of(shape.get(0), row), start);
    }

    /** Returns the number of elements. */
    public long elements() {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    /** Returns the shape as NumPy writes it. */
    public String written() {
        return shape.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "(", shape.size() == 1 ? ",)" : ")"));
    }
}
