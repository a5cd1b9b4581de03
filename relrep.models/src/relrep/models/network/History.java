package relrep.models.network;

import relrep.api.model.Epoch;
import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Converts the losses of epochs to and from text exactly: {@code 0.5 0.6; 0.4 0.55}, training then
 * validation.
 */
public final class History {
    private History() {}

    /** Writes the losses. */
    public static String write(List<Epoch> history) {
        return history.stream().map(History::write).collect(Collectors.joining("; "));
    }

    private static String write(Epoch epoch) {
        OptionalDouble looked = epoch.validationLoss();
        return epoch.trainLoss() + (looked.isPresent() ? " " + looked.getAsDouble() : "");
    }

    /** Reads the losses. */
    public static List<Epoch> read(String text) {
        List<Epoch> history = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split("; ")) {
            String[] losses = part.split(" ", -1);
            try {
                OptionalDouble looked =
                        losses.length > 1
                                ? OptionalDouble.of(Double.parseDouble(losses[1]))
                                : OptionalDouble.empty();
                history.add(new Epoch(history.size() + 1, Double.parseDouble(losses[0]), looked));
            } catch (NumberFormatException e) {
                throw new InvalidInputException(
                        "the losses of a network's state must be numbers, not '%s'".formatted(part),
                        e);
            }
        }
        return List.copyOf(history);
    }
}
