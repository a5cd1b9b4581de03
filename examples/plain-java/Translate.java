import relrep.alignment.internal.Rigid;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Space;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.files.npy.NpyFile;
import relrep.files.npy.NpyWriter;

import java.nio.file.Path;

/** Fits a map on two files of corresponding rows, and maps a third by it. No OSGi. */
public class Translate {
    public static void main(String[] files) {
        try (NpyFile source = NpyFile.open(Path.of(files[0]));
                NpyFile target = NpyFile.open(Path.of(files[1]));
                NpyFile more = NpyFile.open(Path.of(files[2]))) {
            Space from = Space.of("source", source.matrix());
            Space to = Space.of("target", target.matrix());
            Alignment map =
                    new Rigid().fit(AlignmentProblem.paired(from, to), Run.quiet(Seed.of(1)));
            NpyWriter.write(Path.of(files[3]), map.apply(more.matrix()));
            System.out.println("residual " + map.diagnostics().get("residual"));
        }
    }
}
