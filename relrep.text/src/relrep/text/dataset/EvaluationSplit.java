package relrep.text.dataset;

/** The part of a set that is measured on. */
public enum EvaluationSplit {
    /** The test part; everything else trains. */
    TEST,
    /** The dev part, for choosing settings; the test part is not read. */
    DEV
}
