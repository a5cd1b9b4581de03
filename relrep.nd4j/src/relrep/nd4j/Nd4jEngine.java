package relrep.nd4j;

/** ND4J, ready to be used: whoever calls ND4J from a bundle needs this service first. */
public interface Nd4jEngine {}
