package relrep.kernels.linear;

/** Rows with a larger rounding error than their type has. */
record RoundedRows(MatrixRows plain, double rounding) implements MatrixRows {
    @Override
    public int rows() {
        return plain.rows();
    }

    @Override
    public int cols() {
        return plain.cols();
    }

    @Override
    public void read(int from, int to, double[] into) {
        plain.read(from, to, into);
    }
}
