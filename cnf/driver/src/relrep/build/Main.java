package relrep.build;

/**
 * The main class of the build, called by {@code ./relrep}: {@code GOAL [ROOM...] [--option]...}.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int exit;
        try {
            exit = new Goals(Request.parse(arguments)).run();
        } catch (BuildFailure failure) {
            System.err.println("relrep: " + failure.getMessage());
            exit = failure.exit();
        } catch (Exception e) {
            System.err.println("relrep: the build met something that it does not know: " + e);
            e.printStackTrace();
            exit = 1;
        }
        System.exit(exit);
    }
}
