package relrep.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import relrep.api.file.SpreadsheetText;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.files.PartFile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a table of text: the names of columns, then rows. Each number has as many digits as are
 * needed to read the same float.
 */
final class CsvOutput implements VectorWriter {
    private final PartFile file;
    private final CsvWriter writer;
    private final VectorTarget target;
    private long written;

    private CsvOutput(PartFile file, CsvWriter writer, VectorTarget target) {
        this.file = file;
        this.writer = writer;
        this.target = target;
    }

    static CsvOutput to(VectorTarget target) {
        String name = target.file().toString().toLowerCase(Locale.ROOT);
        PartFile file = PartFile.of(target.file());
        try {
            OutputStream out = Channels.newOutputStream(file.channel());
            CsvWriter writer =
                    CsvWriter.builder()
                            .fieldSeparator(name.contains(".tsv") ? '\t' : ',')
                            .lineDelimiter(LineDelimiter.LF)
                            .build(
                                    name.endsWith(".gz") ? new GZIPOutputStream(out) : out,
                                    StandardCharsets.UTF_8);
            return new CsvOutput(file, writer, target).begun();
        } catch (IOException e) {
            file.close();
            throw file.failed(e);
        }
    }

    private CsvOutput begun() {
        String[] names = new String[target.width() + first()];
        if (target.keyed()) {
            names[0] = "key";
        }
        for (int i = 0; i < target.width(); i++) {
            names[i + first()] = "x" + i;
        }
        record(names);
        return this;
    }

    private int first() {
        return target.keyed() ? 1 : 0;
    }

    private void record(String[] fields) {
        try {
            writer.writeRecord(fields);
        } catch (UncheckedIOException e) {
            throw file.failed(e.getCause());
        }
    }

    @Override
    public boolean keepsKeys() {
        return true;
    }

    @Override
    public void append(VectorBlock block) {
        int rows = block.vectors().rows();
        boolean keys = !block.keys().isEmpty() || rows == 0 || !target.keyed();
        if (block.vectors().cols() != target.width() || written + rows > target.rows() || !keys) {
            throw new InvalidInputException(
                    "a block must have %d columns%s and at most the %d rows that are left, not %d × %d"
                            .formatted(
                                    target.width(),
                                    target.keyed() ? ", keys" : "",
                                    target.rows() - written,
                                    rows,
                                    block.vectors().cols()));
        }
        String[] fields = new String[target.width() + first()];
        for (int i = 0; i < rows; i++) {
            if (target.keyed()) {
                fields[0] = SpreadsheetText.written(block.keys().get(i));
            }
            float[] row = block.vectors().row(i);
            for (int j = 0; j < row.length; j++) {
                fields[j + first()] = Float.toString(row[j]);
            }
            record(fields);
        }
        written += rows;
    }

    @Override
    public void commit() {
        if (written != target.rows()) {
            throw new InvalidInputException(
                    "%s must get %d rows, but got %d"
                            .formatted(target.file(), target.rows(), written));
        }
        try {
            writer.close();
        } catch (IOException e) {
            throw file.failed(e);
        } catch (UncheckedIOException e) {
            throw file.failed(e.getCause());
        }
        file.commit();
    }

    @Override
    public void close() {
        file.close();
    }
}
