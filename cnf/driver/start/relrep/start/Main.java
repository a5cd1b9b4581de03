package relrep.start;

import java.nio.file.Path;
import java.util.List;

/**
 * Starts the build: lets Maven fetch what is missing, compiles the build itself, and calls it. Only
 * the JDK is needed to compile this.
 */
public final class Main {
    private static final int LACKING = 4;

    private Main() {}

    /**
     * Starts the build.
     *
     * @param words the arguments of the build
     */
    public static void main(String[] words) throws Exception {
        List<String> all = List.of(words);
        if (all.contains("--help") || all.contains("-h")) {
            System.out.print(Usage.TEXT);
            return;
        }
        try {
            Path top = Path.of(System.getProperty("relrep.top"));
            Dependencies dependencies = Dependencies.of(top, Natives.ofProcess());
            Repository repository =
                    new Repository(Path.of(System.getenv("RELREP_M2")), top.resolve("cnf/cache"));
            try (Turn turn = Turn.in(top)) {
                new Download(repository, dependencies).run();
                repository.check(dependencies.tool("bnd"));
                new Driver(top, repository.file(dependencies.tool("bnd"))).compile();
            }
            for (String tool : List.of("bnd", "junit", "format", "analyser", "dataflow")) {
                System.setProperty(
                        "relrep.tool." + tool, repository.file(dependencies.tool(tool)).toString());
            }
            new Driver(top, repository.file(dependencies.tool("bnd"))).call(words);
        } catch (LackingException lacking) {
            Say.line(lacking.getMessage());
            System.exit(LACKING);
        }
    }
}
