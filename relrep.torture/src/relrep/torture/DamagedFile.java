package relrep.torture;

import relrep.api.tck.mutant.Damage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes a shell read damaged files. Each must be refused in one sentence, or read exactly as its
 * format defines, or read like the sound file if the damage changes no number.
 */
final class DamagedFile implements Trial {
    private final Path folder;
    private final Specimen specimen;
    private final Queue<RelrepShell> shells = new ConcurrentLinkedQueue<>();

    DamagedFile(Path folder, Specimen specimen) {
        this.folder = folder;
        this.specimen = specimen;
    }

    @Override
    public String kind() {
        return "damaged-" + specimen.format();
    }

    @Override
    public void prepare() throws Exception {
        Files.createDirectories(folder);
        Files.write(folder.resolve(specimen.file()), specimen.sound());
        RelrepShell shell = open();
        Path out = folder.resolve("sound.npy");
        shell.say(specimen.command(folder.resolve(specimen.file()).toString(), out.toString()))
                .exits(0);
        if (specimen.soundAnswer().isPresent()) {
            Loss.unless(
                    specimen.soundAnswer().get().equal(NpyArray.read(out)),
                    "the sound %s is read wrongly",
                    specimen.file());
        }
        shells.add(shell);
    }

    private RelrepShell open() throws Exception {
        return new RelrepShell(new Surroundings(folder).with("RELREP_JAVA_OPTIONS", "-Xmx512m"));
    }

    @Override
    public void attempt(Attempt attempt) throws Exception {
        byte[] damaged = Damage.of(specimen.sound(), attempt.random());
        Path file = attempt.folder().resolve(specimen.file());
        Path out = attempt.folder().resolve("read.npy");
        Files.write(file, damaged);
        RelrepShell shell = shells.poll();
        if (shell == null) {
            shell = open();
        }
        Ended ended;
        try {
            ended = shell.say(specimen.command(file.toString(), out.toString()));
        } catch (Loss loss) {
            shell.relrep().close();
            throw loss;
        }
        shells.add(shell);
        judge(ended.decent(), damaged, out);
    }

    private void judge(Ended ended, byte[] damaged, Path out) throws Exception {
        long sentences = ended.err().lines().filter(each -> !each.startsWith(" ")).count();
        if (ended.exit() != 0) {
            Loss.unless(sentences == 1, "not one sentence: %s", Ended.brief(ended.err()));
            Loss.unless(Files.notExists(out), "refused, and yet a file was written");
            return;
        }
        if (specimen.soundAnswer().isEmpty()) {
            return;
        }
        Loss.unless(Files.exists(out), "nothing was said, and nothing written: %s", ended.out());
        NpyArray read = NpyArray.read(out);
        Optional<NpyArray> strict = specimen.strict(damaged);
        boolean right =
                strict.map(wanted -> wanted.equal(read))
                        .orElseGet(() -> specimen.soundAnswer().get().equal(read));
        Loss.unless(
                right,
                "read as %d × %d numbers that %s",
                read.rows(),
                read.columns(),
                strict.isPresent() ? "do not stand in it" : "nobody can vouch for");
    }

    @Override
    public void close() throws Exception {
        for (RelrepShell shell : shells) {
            shell.close();
        }
    }
}
