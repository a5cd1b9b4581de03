package relrep.launch;

/**
 * How much memory the process may have before JavaCPP refuses more. It compares the memory of the
 * whole process with four times the heap's limit. A small heap is less than what a JVM has besides:
 * then every allocation would collect garbage ten times, a tenth of a second apart, and fail.
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
