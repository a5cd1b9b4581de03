package relrep.build;

import java.nio.file.Path;
import java.util.List;

/** Executes a request. */
final class Goals {
    private final Request request;

    Goals(Request request) {
        this.request = request;
    }

    int run() throws Exception {
        Path top = Path.of(System.getProperty("relrep.top")).toRealPath();
        if (request.goal().equals("clean")) {
            return new Clean(top).run();
        }
        if (request.goal().equals("format")) {
            return new Format(top, request).run();
        }
        Say say = new Say();
        Alone alone = Alone.in(top, say);
        try (Rooms rooms = new Rooms(top)) {
            List<Room> chosen = rooms.chosen(request.rooms());
            boolean distribution = needsDistribution(chosen);
            List<Room> needed = distribution ? rooms.chosen(List.of()) : chosen;
            new Build(say).run(rooms.withWhatTheyNeed(needed));
            if (distribution) {
                new Distribution(say, top, rooms.workspace()).run(needed);
                new Installation(say).run(needed);
            }
            if (distribution && request.goal().equals("test")) {
                new Examples(say, top).prepare();
            }
            alone.close();
            return switch (request.goal()) {
                case "test" -> test(say, top, chosen);
                case "analyse" -> analyse(say, top, chosen);
                case "resolve" -> resolve(rooms, top, chosen);
                case "javadoc" -> new Javadoc(say, top).run(chosen);
                default -> 0;
            };
        } finally {
            alone.close();
        }
    }

    private int test(Say say, Path top, List<Room> chosen) throws Exception {
        if (request.tests().isPresent() || request.fast()) {
            return new Tests(say, request).run(chosen);
        }
        try (Analysis analysis = Analysis.start(top, chosen, request.rooms().isEmpty())) {
            return new Tests(say, request).with(analysis).run(chosen);
        }
    }

    private int analyse(Say say, Path top, List<Room> chosen) throws Exception {
        try (Analysis analysis = Analysis.start(top, chosen, request.rooms().isEmpty())) {
            int findings = analysis.end(say);
            say.result(say.elapsed());
            say.result(Tests.findings(findings));
            return findings > 0 ? 1 : 0;
        }
    }

    private static int resolve(Rooms rooms, Path top, List<Room> all) throws Exception {
        Resolution resolution = new Resolution(rooms.workspace(), all);
        for (String run : List.of("relrep.bndrun", "shell.bndrun")) {
            resolution.write(top.resolve("relrep.cli").resolve(run));
        }
        return 0;
    }

    private boolean needsDistribution(List<Room> chosen) {
        return request.goal().equals("dist")
                || (request.goal().equals("test")
                        && !request.fast()
                        && chosen.stream().anyMatch(Room::testsTheDistribution));
    }
}
