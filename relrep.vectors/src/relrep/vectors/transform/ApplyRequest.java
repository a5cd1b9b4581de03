package relrep.vectors.transform;

/**
 * A request to apply a map to the vectors of a file.
 *
 * @param map the file of the map, {@code map.safetensors}
 * @param points the file of the vectors
 * @param out the file of their images, whose ending selects the format
 * @param inverse whether to apply the inverse map
 */
public record ApplyRequest(String map, String points, String out, boolean inverse) {
    /** Returns a request to map points forward. */
    public static ApplyRequest of(String map, String points, String out) {
        return new ApplyRequest(map, points, out, false);
    }
}
