package relrep.kernels.linear;

/** Rows whose numbers are less exact than they look. */
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
