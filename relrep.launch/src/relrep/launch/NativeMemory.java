package relrep.launch;

/**
 * Sets JavaCPP's limit for native memory. JavaCPP compares the memory of the whole process with
 * four times the heap limit and refuses more. With a small heap, the JVM alone uses more than that:
 * every allocation would then run ten garbage collections, a tenth of a second apart, and fail.
 *
 * <p>Source: org.bytedeco.javacpp.Pointer, which documents {@code maxPhysicalBytes}.
 */
final class NativeMemory {
    private static final String LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";
    private static final long HEAPS = 4;
    private static final long LEAST = 2L << 30;

    private NativeMemory() {}

    /** Raises the limit where the heap is small, unless the user has chosen one. */
    static void allow() {
        long byHeap = HEAPS * Runtime.getRuntime().maxMemory();
        if (byHeap < LEAST && System.getProperty(LIMIT) == null) {
            System.setProperty(LIMIT, Long.toString(LEAST));
        }
    }
}
