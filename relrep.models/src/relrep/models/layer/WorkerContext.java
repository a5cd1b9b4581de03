package relrep.models.layer;

import relrep.models.memory.Memory;
import relrep.models.memory.Scratch;

/** One thread's share of every batch: its number, its scratch memory and the team that it meets. */
public final class WorkerContext {
    private final int number;
    private final ThreadBarrier team;
    private final long noise;
    private final Scratch scratch;

    /**
     * Makes a lane.
     *
     * @param noise the seed of what is random inside a layer, one for all lanes
     */
    public WorkerContext(int number, ThreadBarrier team, long noise, Memory memory) {
        this.number = number;
        this.team = team;
        this.noise = noise;
        this.scratch = new Scratch(memory);
    }

    /** Returns the only lane of a team of one, which looks at samples. */
    public static WorkerContext alone(Memory memory) {
        return new WorkerContext(0, new ThreadBarrier(1), 0, memory);
    }

    int number() {
        return number;
    }

    long noise() {
        return noise;
    }

    Scratch scratch() {
        return scratch;
    }

    /**
     * Adds up what the lanes bring, in the order of the lanes, when all of them are here.
     *
     * @param slot tells this sum from others in the same batch
     * @param values what this lane brings
     * @param sum gets the sum
     */
    void total(String slot, double[] values, double[] sum) {
        team.total(slot, number, values, sum);
    }
}
