package relrep.models.text;

import relrep.models.architecture.TrainingOptions;
import relrep.models.training.Schedule;

/** The usual training of text networks: AdamW, a cosine schedule and clipped gradients. */
final class TextTraining {
    private TextTraining() {}

    static TrainingOptions usual(int epochs) {
        return new TrainingOptions(epochs, 64, 5e-3, 0, 0, 0.01, 1, Schedule.COSINE, 0.05);
    }
}
