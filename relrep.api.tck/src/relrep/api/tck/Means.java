package relrep.api.tck;

import relrep.api.data.Anchors;
import relrep.api.data.Matrix;

import java.util.List;

/** The mean as a guess, which every result must beat. */
final class Means {
    private Means() {}

    /** Returns the mean of all rows, repeated for each row. */
    static Matrix of(Matrix matrix) {
        int[] all = new int[matrix.rows()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return Anchors.ofGroups(List.of(all)).place(matrix).select(new int[matrix.rows()]);
    }
}
