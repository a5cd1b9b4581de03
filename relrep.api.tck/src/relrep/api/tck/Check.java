package relrep.api.tck;

import relrep.api.run.Seed;

/**
 * One law of a contract, and a check of whether a plugin keeps it. Two runs give the same answer:
 * all randomness comes from the seed and the law's name.
 */
public final class Check {
    private final String law;
    private final Seed seed;
    private final Body body;

    Check(String law, Seed seed, Body body) {
        this.law = law;
        this.seed = seed;
        this.body = body;
    }

    /** Returns the law as a sentence: {@code "refuses unequal widths and says both"}. */
    public String law() {
        return law;
    }

    /**
     * Runs the check.
     *
     * @throws AssertionError when the law is broken: what must hold, what was, and the seed that
     *     shows it again
     * @throws SkippedException when the law cannot be checked here, with the reason
     */
    public void run() {
        try {
            body.run(new Trial(seed.branch(law)));
        } catch (SkippedException e) {
            throw e;
        } catch (Exception | Error e) {
            String what =
                    e instanceof AssertionError ? e.getMessage() : "it threw " + Shown.text(e);
            throw new AssertionError("%s: %s (seed %d)".formatted(law, what, seed.value()), e);
        }
    }

    /** Runs the check and returns the verdict instead of throwing. */
    public Verdict judge() {
        try {
            run();
            return new Verdict(law, Verdict.Outcome.KEPT, "");
        } catch (SkippedException e) {
            return new Verdict(law, Verdict.Outcome.SKIPPED, e.getMessage());
        } catch (AssertionError e) {
            return new Verdict(law, Verdict.Outcome.BROKEN, e.getMessage());
        }
    }

    @Override
    public String toString() {
        return law;
    }

    /** The body of a check, which reports through the trial. */
    @FunctionalInterface
    interface Body {
        void run(Trial trial) throws Exception;
    }
}
