package relrep.build;

import java.util.List;
import java.util.Optional;

/** Runs the tests of rooms and adds them up; a room whose tests are missing is a failure. */
final class Tests {
    private final Say say;
    private final Optional<String> only;

    Tests(Say say, Optional<String> only) {
        this.say = say;
        this.only = only;
    }

    int run(List<Room> rooms) throws Exception {
        Tally sum = Tally.NONE;
        boolean missing = false;
        Build build = new Build(say);
        for (Room room : rooms) {
            if (room.isEmpty() || room.isWithoutTests()) {
                continue;
            }
            if (Room.files(room.tests()).isEmpty()) {
                say.result("%-24s has no tests".formatted(room.name()));
                missing = true;
                continue;
            }
            build.tests(room);
            Tally tally = new UnitTests(room, only).run();
            say.result("%-24s %s".formatted(room.name(), tally));
            missing |= tally.all() == 0 && only.isEmpty();
            sum = sum.plus(tally);
        }
        say.result(say.elapsed());
        say.result(sum.toString());
        if (sum.all() == 0) {
            throw BuildFailure.failed("no test ran");
        }
        return sum.failed() > 0 || missing ? 1 : 0;
    }
}
