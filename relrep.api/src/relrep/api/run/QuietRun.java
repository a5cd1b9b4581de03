package relrep.api.run;

/** A run that shows nothing and is never cancelled. */
record QuietRun(Seed seed) implements Run {
    @Override
    public void step(long done, long total) {}

    @Override
    public Run part(String name, double share) {
        return new QuietRun(seed.branch(name));
    }

    @Override
    public void note(String sentence) {}
}
