package relrep.runtime.cell;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import relrep.runtime.cache.Format;
import relrep.runtime.cell.CellResult.Detail;
import relrep.runtime.cell.CellResult.Finding;
import relrep.workbench.tensor.CorruptEntryException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Stores results of cells as JSON, followed by a digest of the whole. */
public final class CellFormat implements Format<CellResult> {
    @Override
    public String folder() {
        return "cells";
    }

    @Override
    public String ending() {
        return ".json";
    }

    @Override
    public void write(CellResult value, Path file) throws IOException {
        String text = json(value).toString();
        Files.writeString(file, text + "\n" + digest(text) + "\n", StandardOpenOption.CREATE_NEW);
    }

    private static String digest(String text) {
        return new Digest(text).hex();
    }

    private static JsonObject json(CellResult value) {
        JsonObject json = new JsonObject();
        value.anchors().ifPresent(anchors -> json.addProperty("anchors", anchors));
        JsonArray findings = new JsonArray();
        for (Finding finding : value.findings()) {
            JsonObject one = new JsonObject();
            one.addProperty("metric", finding.metric());
            one.addProperty("value", Double.toString(finding.value()));
            one.addProperty("samples", encode(finding.perSample()));
            one.addProperty("note", finding.note());
            findings.add(one);
        }
        json.add("findings", findings);
        JsonArray details = new JsonArray();
        for (Detail detail : value.details()) {
            JsonObject one = new JsonObject();
            one.addProperty("of", detail.of());
            JsonObject numbers = new JsonObject();
            detail.numbers().forEach((key, number) -> numbers.addProperty(key, number.toString()));
            one.add("numbers", numbers);
            details.add(one);
        }
        json.add("details", details);
        return json;
    }

    private static String encode(float[] values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static float[] decode(String text) {
        ByteBuffer bytes =
                ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    @Override
    public CellResult read(Path file) throws IOException {
        String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int end = all.indexOf('\n');
        String text = end < 0 ? all : all.substring(0, end);
        if (end < 0 || !all.substring(end + 1).equals(digest(text) + "\n")) {
            throw new CorruptEntryException(
                    file
                            + ": expected one line and its SHA-256, in "
                            + all.length()
                            + " characters",
                    null);
        }
        try {
            return result(JsonParser.parseString(text).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException wrong) {
            throw new CorruptEntryException(file + ": expected the result of a cell", wrong);
        }
    }

    private static CellResult result(JsonObject json) {
        List<Finding> findings = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("findings")) {
            JsonObject one = element.getAsJsonObject();
            findings.add(
                    new Finding(
                            one.get("metric").getAsString(),
                            Double.parseDouble(one.get("value").getAsString()),
                            decode(one.get("samples").getAsString()),
                            one.get("note").getAsString()));
        }
        List<Detail> details = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("details")) {
            JsonObject one = element.getAsJsonObject();
            Map<String, Double> numbers = new LinkedHashMap<>();
            one.getAsJsonObject("numbers")
                    .asMap()
                    .forEach((key, number) -> numbers.put(key, number.getAsDouble()));
            details.add(new Detail(one.get("of").getAsString(), numbers));
        }
        return new CellResult(
                json.has("anchors")
                        ? OptionalInt.of(json.get("anchors").getAsInt())
                        : OptionalInt.empty(),
                findings,
                details);
    }
}
