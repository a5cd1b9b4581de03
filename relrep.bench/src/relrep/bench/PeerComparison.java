package relrep.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures workloads with a number of threads: our worker alone, or in turn with the peers'
 * workers. Each is a warm process of its own with a fixed number of processors.
 */
final class PeerComparison implements AutoCloseable {
    /** A peer is called until this much time has passed, as ours repeats short work. */
    private static final double TIMED_SECONDS = 0.3;

    private static final int MOST = 100;

    private final BenchInputs inputs;
    private final Settings settings;
    private final Optional<Path> peers;
    private final int threads;
    private Worker ours;
    private Worker theirs;

    PeerComparison(BenchInputs inputs, Settings settings, Optional<Path> peers, int threads) {
        this.inputs = inputs;
        this.settings = settings;
        this.peers = peers;
        this.threads = threads;
    }

    Limits limits() {
        List<String> command = java();
        command.add(command.size() - 2, "--add-modules=jdk.incubator.vector");
        try (Worker worker = new Worker(command, environment -> {})) {
            return Limits.read(worker.ask("limits"));
        }
    }

    /** Returns one result per peer, or a single result without peer. */
    List<Result> measure(Workload workload, Limits limits) {
        List<Result> results = new ArrayList<>();
        List<Peer> others =
                settings.peer().map(name -> List.of(workload.peer(name))).orElse(workload.peers());
        double limit = workload.limit(limits.gigaFlops(), limits.gigaBytes(), threads);
        if (peers.isEmpty()) {
            List<Answer> alone = new ArrayList<>();
            for (int i = 0; i < settings.pairs(); i++) {
                alone.add(our(workload));
            }
            results.add(new Result(workload, threads, limit, alone, Optional.empty(), List.of()));
            return results;
        }
        for (Peer peer : others) {
            List<Answer> mine = new ArrayList<>();
            List<Answer> yours = new ArrayList<>();
            our(workload);
            Answer first = their(workload, peer);
            double seconds = Math.max(first.time().wall(), 1e-9);
            int times = (int) Math.min(MOST, Math.ceil(TIMED_SECONDS / seconds));
            for (int i = 0; i < settings.pairs(); i++) {
                mine.add(our(workload));
                yours.add(their(workload, peer, times));
            }
            results.add(new Result(workload, threads, limit, mine, Optional.of(peer), yours));
        }
        return results;
    }

    private Answer our(Workload workload) {
        try {
            if (ours == null) {
                ours = new Worker(java(), environment -> {});
            }
            return ours.ask(workload.name(), "ours");
        } catch (IllegalStateException e) {
            close();
            throw new IllegalStateException("ours: " + e.getMessage(), e);
        }
    }

    private Answer their(Workload workload, Peer peer, int times) {
        Clock sum = new Clock(0, 0);
        String checksum = "";
        for (int i = 0; i < times; i++) {
            Answer answer = their(workload, peer);
            sum = sum.and(answer.time());
            checksum = answer.checksum();
        }
        return new Answer(sum.over(times), checksum);
    }

    private Answer their(Workload workload, Peer peer) {
        try {
            if (theirs == null) {
                theirs = new Peers(peers.orElseThrow(), inputs.folder(), threads).start();
            }
            return theirs.ask(workload.name(), peer.name());
        } catch (IllegalStateException e) {
            close();
            throw new IllegalStateException(peer.name() + ": " + e.getMessage(), e);
        }
    }

    /** Returns the command of the present JVM with its options. */
    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-XX:ActiveProcessorCount=" + threads);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("-Drelrep.bench.warm=" + settings.warm());
        command.add(Main.class.getName());
        command.add("serve");
        return command;
    }

    @Override
    public void close() {
        if (ours != null) {
            ours.close();
        }
        if (theirs != null) {
            theirs.close();
        }
        ours = null;
        theirs = null;
    }
}
