package relrep.models.training;

/**
 * The learnt values of a stack, on the heap. They outlive the off-heap memory of training.
 *
 * @param parameters the parameters one after another, in the order of the stack
 * @param statistics the statistics one after another, in the order of the stack
 */
@SuppressWarnings("ArrayRecordComponent") // compared array by array
public record Weights(float[] parameters, float[] statistics) {}
