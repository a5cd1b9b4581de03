package relrep.workbench.plugins;

/** A plugin whose class cannot be loaded, since its bundle lacks the superclass. */
public final class LackingSimilarity extends LackingSimilarityBase {}
