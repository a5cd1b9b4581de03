package relrep.build;

/** The build of relrep, called by {@code ./relrep}: {@code GOAL [ROOM...] [--option]...}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        int exit;
        try {
            exit = new Goals(Request.parse(arguments)).run();
        } catch (BuildFailure failure) {
            System.err.println("relrep: " + failure.getMessage());
            exit = failure.exit();
        }
        System.exit(exit);
    }
}
