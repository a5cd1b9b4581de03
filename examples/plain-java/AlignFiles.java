import relrep.api.alignment.Alignment;
import relrep.api.data.Matrix;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.vectors.compare.Comparer;
import relrep.vectors.compare.Request;
import relrep.vectors.file.AlignmentFile;
import relrep.vectors.file.VectorFiles;
import relrep.vectors.transform.AlignRequest;
import relrep.vectors.transform.ApplyRequest;
import relrep.vectors.transform.FileAligner;
import relrep.vectors.transform.FileApplier;
import relrep.vectors.transform.FileProjector;
import relrep.vectors.transform.FittedFile;
import relrep.vectors.transform.ProjectRequest;
import relrep.workbench.classpath.ClassPathPlugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Does on two files what the commands align, apply, project and compare do. No OSGi. */
public class AlignFiles {
    public static void main(String[] names) throws IOException {
        ClassPathPlugins plugins = ClassPathPlugins.load();
        VectorFiles files = new VectorFiles(plugins, Path.of(""), List.of());
        Run run = Run.quiet(Seed.of(1));
        String source = names[0];
        String target = names[1];

        FittedFile fitted =
                new FileAligner(plugins, files)
                        .fit(AlignRequest.of(source, target, "ridge(lambda=0.01)"), run);
        fitted.file().write(Path.of("map.safetensors"));

        // A saved map, loaded and applied.
        Alignment map = AlignmentFile.read(Path.of("map.safetensors")).alignment(plugins);
        Matrix image = map.apply(fitted.problem().sourcePoints());
        System.out.println("image " + image.rows() + " x " + image.cols());

        // One vector, as a service maps it; from as many threads as you like.
        float[] one = map.apply(fitted.problem().sourcePoints().row(0));
        System.out.println("first " + one.length + " coordinates");

        new FileApplier(plugins, files)
                .apply(ApplyRequest.of("map.safetensors", source, "mapped.npy"), run);
        new FileProjector(plugins, files)
                .project(
                        new ProjectRequest(source, "random(count=3)", "cosine", "relative.npy"),
                        run);
        Comparer comparer =
                new Comparer(
                        plugins,
                        List.of(),
                        plugins.services(RetrievalAppraiser.class),
                        files,
                        Request.of(source, target).with(List.of("mrr"), List.of("rigid")));
        System.out.println(comparer.compare(1, run).verdict());
    }
}
