package relrep.models.layer;

import relrep.models.memory.Memory;
import relrep.models.memory.Scratch;

/** One thread's context for all batches: its number, its scratch memory and its team. */
public final class WorkerContext {
    private final int number;
    private final ThreadBarrier team;
    private final long noise;
    private final Scratch scratch;
    private final TokenLengths tokens = new TokenLengths();

    /**
     * Makes the context.
     *
     * @param noise the seed of randomness inside layers, the same for all threads
     */
    public WorkerContext(int number, ThreadBarrier team, long noise, Memory memory) {
        this.number = number;
        this.team = team;
        this.noise = noise;
        this.scratch = new Scratch(memory);
    }

    /** Returns the context of a team of one, for inference. */
    public static WorkerContext alone(Memory memory) {
        return new WorkerContext(0, new ThreadBarrier(1), 0, memory);
    }

    int number() {
        return number;
    }

    long noise() {
        return noise;
    }

    /** Returns the numbers of tokens of the samples in work. */
    TokenLengths tokens() {
        return tokens;
    }

    Scratch scratch() {
        return scratch;
    }

    /**
     * Adds the values of all threads, in the order of the threads, when all have arrived.
     *
     * @param slot distinguishes this sum from others in the same batch
     * @param values the values of this thread
     * @param sum receives the sum
     */
    void total(String slot, double[] values, double[] sum) {
        team.total(slot, number, values, sum);
    }
}
