package relrep.workbench.plugins;

/** A plugin whose class cannot be loaded: what it extends is not in its bundle. */
public final class LackingSimilarity extends LackingSimilarityBase {}
