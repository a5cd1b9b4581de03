package relrep.start;

/** The help of the build. */
final class Usage {
    static final String TEXT =
            """
            Usage: relrep build|test [ROOM...] [--tests CLASS[#METHOD]]
                   relrep format [ROOM...] [--check]
                   relrep javadoc [ROOM...]
                   relrep dist|clean

              build     compiles rooms and what they stand on; without ROOM all
              test      builds and runs the tests; ends with 'N passed, N failed, N skipped'
              format    formats the Java sources; --check only says which it would change
              javadoc   checks the Javadoc
              dist      lays out dist/, which commands start from; they do so by themselves
              clean     deletes what was built
            """;

    private Usage() {}
}
