package relrep.formats;

/** Statistics of one column of a table of text, collected while its rows are read. */
final class CsvColumn {
    private final boolean decimalComma;
    private long rows;
    private long numbers;
    private long texts;
    private boolean whole = true;
    private boolean counts = true;
    private final EqualSteps progression = new EqualSteps();
    private boolean constant = true;
    private boolean fractions;
    private double first;

    CsvColumn(boolean decimalComma) {
        this.decimalComma = decimalComma;
    }

    void add(String cell) {
        Cell kind = Cell.of(cell, decimalComma);
        numbers += kind == Cell.NUMBER ? 1 : 0;
        texts += kind == Cell.TEXT ? 1 : 0;
        whole &= Decimal.whole(cell.strip());
        double value = Cell.number(cell, decimalComma);
        boolean integer = value == Math.rint(value);
        first = rows == 0 ? value : first;
        counts &= (first == 0 || first == 1) && value == first + rows;
        progression.add(value);
        constant &= value == first;
        fractions |= !integer && kind == Cell.NUMBER;
        rows++;
    }

    /** Returns whether every cell is a number. */
    boolean numbers() {
        return numbers == rows;
    }

    /** Returns whether every cell is a whole number. */
    boolean whole() {
        return whole && rows > 0;
    }

    /** Returns whether more than half of the cells are words. */
    boolean words() {
        return 2 * texts > rows;
    }

    /** Returns whether its numbers count 0, 1, 2, … or 1, 2, 3, … over several rows. */
    boolean counts() {
        return counts && rows > 1;
    }

    /** Returns whether its numbers are equally spaced. */
    boolean steps() {
        return progression.holds();
    }

    /** Returns whether one of its numbers is not an integer. */
    boolean fractions() {
        return fractions;
    }

    /** Returns whether every cell is an integer, with zeros behind a point or without. */
    boolean integers() {
        return numbers() && !fractions && rows > 0;
    }

    /** Returns whether all of its numbers are the same. */
    boolean constant() {
        return constant;
    }

    /** Returns whether its first number is 0. */
    boolean fromZero() {
        return first == 0;
    }

    /** Returns the number of cells. */
    long rows() {
        return rows;
    }
}
