package relrep.runtime.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document in which every node has its place. Immutable. */
sealed interface Tree {
    /** The number of characters of a value that messages show. */
    int SHOWN = 120;

    /** Returns the place of its beginning. */
    SourceLocation where();

    /** Returns it as plain maps, lists, strings, numbers, booleans and null. */
    Object plain();

    /** Returns the kind of node, for messages. */
    String what();

    /**
     * A single value.
     *
     * @param text as written, without quotes
     * @param plain the string, number, boolean or null that it stands for
     * @param where its place
     */
    record Text(String text, Object plain, SourceLocation where) implements Tree {
        @Override
        public String what() {
            String shown = text.strip().replaceAll("\\s+", " ");
            return "'" + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown) + "'";
        }
    }

    /**
     * A list.
     *
     * @param items in their order
     * @param where its place
     */
    record Items(List<Tree> items, SourceLocation where) implements Tree {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Object plain() {
            List<Object> all = new ArrayList<>();
            items.forEach(item -> all.add(item.plain()));
            return all;
        }

        @Override
        public String what() {
            return "a list";
        }
    }

    /**
     * A map.
     *
     * @param fields by key, in their order
     * @param where its place
     */
    record Fields(Map<String, Field> fields, SourceLocation where) implements Tree {
        /** Copies the map. */
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public Map<String, Object> plain() {
            Map<String, Object> all = new LinkedHashMap<>();
            fields.forEach((key, field) -> all.put(key, field.value().plain()));
            return all;
        }

        @Override
        public String what() {
            return "a map";
        }
    }

    /**
     * A field of a map.
     *
     * @param key the place of the key
     * @param value its value
     */
    record Field(SourceLocation key, Tree value) {}
}
