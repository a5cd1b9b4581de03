package relrep.torture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An experiment file that is planned but not run. */
final class ExperimentSpecimen implements Specimen {
    private static final String TEXT =
            """
            name: damaged
            kind: [describe, compare, stitch]
            source: "nobody, damaged, page 1"
            data: digits(train=300,test=80,labels=1+7)
            networks: {ae: dense(epochs=1), other: pca}
            width: [2, 8]
            seeds: [1, 2]
            anchors: random(count=40)
            similarity: [cosine, euclidean]
            bridges: {compare: [absolute, relative], stitch: [absolute, rigid, mlp(factor=2)]}
            metrics: [silhouette, jaccard(k=5), mse]
            claims: ["relative:jaccard > absolute:jaccard"]
            sizes:
              smoke: {seeds: [1]}
            """;

    @Override
    public String format() {
        return "experiment";
    }

    @Override
    public String file() {
        return "damaged.yaml";
    }

    @Override
    public byte[] sound() {
        return TEXT.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String command(String file, String out) {
        return "run --dry-run --quiet " + file;
    }

    @Override
    public Optional<NpyArray> strict(byte[] damaged) {
        return Optional.empty();
    }

    @Override
    public Optional<NpyArray> soundAnswer() {
        return Optional.empty();
    }
}
