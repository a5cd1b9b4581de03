import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorWriter;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.vectors.file.Rows;
import relrep.vectors.file.VectorFiles;
import relrep.workbench.classpath.ClassPathPlugins;

import java.nio.file.Path;
import java.util.List;

/** Fits a map on two files of corresponding rows, and maps a third by it. No OSGi. */
public class Translate {
    public static void main(String[] names) {
        ClassPathPlugins plugins = ClassPathPlugins.load();
        VectorFiles files = new VectorFiles(plugins, Path.of(""), List.of());
        Run run = Run.quiet(Seed.of(1));
        Space from = Space.of("source", read(files, names[0], run));
        Space to = Space.of("target", read(files, names[1], run));
        Aligner aligner = plugins.get(Aligner.class, "rigid");
        Alignment map = aligner.fit(AlignmentProblem.paired(from, to), run);
        Matrix image = map.apply(read(files, names[2], run));
        try (VectorWriter out =
                files.create(names[3], image.rows(), image.cols(), false, run)) {
            out.append(VectorBlock.of(image));
            out.commit();
        }
        System.out.println("residual " + map.diagnostics().get("residual"));
    }

    private static Matrix read(VectorFiles files, String name, Run run) {
        try (VectorFile file = files.open(name, run)) {
            return Rows.all(file, name, run);
        }
    }
}
