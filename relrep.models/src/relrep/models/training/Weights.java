package relrep.models.training;

/**
 * What a stack has learnt, on the heap: it outlives the off-heap memory of training.
 *
 * @param parameters one after another, as the stack names them
 * @param statistics likewise
 */
@SuppressWarnings("ArrayRecordComponent") // compared array by array
public record Weights(float[] parameters, float[] statistics) {}
