package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.workbench.terminal.Quantity;

import java.util.List;
import java.util.Objects;

/**
 * Checks a vector file: it must return the requested number of rows, finite, with the declared
 * width, and with keys if declared.
 *
 * @param content the declared kind of content
 * @param rows the declared number of rows
 * @param width the declared width
 * @param keyed whether each row has a key
 */
record CheckedVectorFile(
        ContractCheck check,
        VectorFile plugin,
        Content content,
        long rows,
        int width,
        boolean keyed)
        implements VectorFile {
    private static final String READ = "read";

    static CheckedVectorFile of(ContractCheck check, VectorFile plugin) {
        Content content = check.get("content", "what the file holds", plugin::content);
        long rows = check.attempt("rows", plugin::rows);
        int width = check.attempt("width", plugin::width);
        check.require(rows >= 0, "rows", "must be at least 0, not %d", rows);
        check.require(width >= 0, "width", "must be at least 0, not %d", width);
        return new CheckedVectorFile(
                check, plugin, content, rows, width, check.attempt("keyed", plugin::keyed));
    }

    @Override
    public VectorBlock read(long from, long to) {
        VectorBlock block = check.get(READ, "rows", () -> plugin.read(from, to));
        int count = Math.toIntExact(to - from);
        check.require(block.vectors() != null, READ, "must return a matrix, not null");
        int cols = content == Content.VECTORS ? width : 0;
        Matrix vectors = check.matrix(READ, count, cols, block::vectors);
        check.require(
                block.keys().size() == (keyed ? count : 0),
                READ,
                "must return %s for %s, not %d",
                Quantity.of(keyed ? count : 0, "key"),
                Quantity.of(count, "row"),
                block.keys().size());
        return new VectorBlock(vectors, block.keys());
    }

    @Override
    public List<String> keys() {
        List<String> keys = check.get("keys", "a list", plugin::keys);
        check.require(
                keys.size() == (keyed ? rows : 0),
                "keys",
                "must return %s for %s, not %d",
                Quantity.of(keyed ? rows : 0, "key"),
                Quantity.of(rows, "row"),
                keys.size());
        long missing = keys.stream().filter(Objects::isNull).count();
        check.require(missing == 0, "keys", "must return a text for each row, not null");
        return keys;
    }

    @Override
    public long[] integers() {
        long[] numbers = check.get("integers", "numbers", plugin::integers);
        check.require(
                numbers.length == rows,
                "integers",
                "must return %s, not %d",
                Quantity.of(rows, "number"),
                numbers.length);
        return numbers;
    }

    @Override
    public void close() {
        check.attempt(
                "close",
                () -> {
                    plugin.close();
                    return true;
                });
    }
}
