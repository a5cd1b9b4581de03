package relrep.start;

/** The help of the build. */
final class Usage {
    static final String TEXT =
            """
            Usage: relrep build|test [ROOM...] [--tests CLASS[#METHOD]] [--fast]
                   relrep analyse [ROOM...]
                   relrep format [ROOM...] [--check]
                   relrep javadoc [ROOM...]
                   relrep dist|resolve|clean

              build     compiles rooms and what they stand on; without ROOM all
              test      builds and runs the tests; ends with 'N passed, N failed, N skipped'
                        --fast leaves out relrep.itest and relrep.torture, tests tagged 'slow',
                        and the static analysis, and runs rooms side by side
              analyse   has Error Prone look for mistakes in the sources, the tests and the build;
                        'test' does so too, beside the tests
              format    formats the Java sources; --check only says which it would change
              javadoc   checks the Javadoc
              dist      lays out dist/, which commands start from; they do so by themselves
              resolve   writes the bundles of each bndrun into it, which Bndtools starts
              clean     deletes what was built
            """;

    private Usage() {}
}
