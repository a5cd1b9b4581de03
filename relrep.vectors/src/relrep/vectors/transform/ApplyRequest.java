package relrep.vectors.transform;

/**
 * Which file is mapped by which map.
 *
 * @param map the file of the map, {@code map.safetensors}
 * @param points the file of the vectors
 * @param out the file of their images, whose ending says its format
 * @param inverse whether points are mapped back
 */
public record ApplyRequest(String map, String points, String out, boolean inverse) {
    /** Returns a request to map points forward. */
    public static ApplyRequest of(String map, String points, String out) {
        return new ApplyRequest(map, points, out, false);
    }
}
