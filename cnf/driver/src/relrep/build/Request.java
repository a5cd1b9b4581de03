package relrep.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request to the build.
 *
 * @param goal one of {@link #GOALS}
 * @param rooms the named rooms, empty for all
 * @param tests the tests to run: {@code Class} or {@code Class#method}
 * @param check only list what {@code format} would change
 * @param fast leave out slow tests
 */
public record Request(
        String goal, List<String> rooms, Optional<String> tests, boolean check, boolean fast) {
    static final Set<String> GOALS =
            Set.of("build", "test", "analyse", "dist", "format", "javadoc", "resolve", "clean");

    static Request parse(String[] arguments) {
        if (arguments.length == 0 || !GOALS.contains(arguments[0])) {
            String was = arguments.length == 0 ? "nothing" : "'" + arguments[0] + "'";
            throw BuildFailure.usage("a goal must be one of " + sorted() + ", not " + was);
        }
        List<String> rooms = new ArrayList<>();
        Optional<String> tests = Optional.empty();
        boolean check = false;
        boolean fast = false;
        for (int i = 1; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals("--check")) {
                check = true;
            } else if (argument.equals("--fast")) {
                fast = true;
            } else if (argument.equals("--tests") && i + 1 < arguments.length) {
                tests = Optional.of(arguments[++i]);
            } else if (argument.startsWith("-")) {
                throw BuildFailure.usage(
                        "unknown option '%s'; there are --check, --fast, --tests CLASS[#METHOD]"
                                .formatted(argument));
            } else {
                rooms.add(argument.replaceAll("/+$", ""));
            }
        }
        return new Request(arguments[0], List.copyOf(rooms), tests, check, fast);
    }

    private static String sorted() {
        return String.join(", ", GOALS.stream().sorted().toList());
    }
}
