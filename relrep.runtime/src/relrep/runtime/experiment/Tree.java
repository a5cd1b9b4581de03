package relrep.runtime.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document that remembers where each piece stands. Immutable. */
sealed interface Tree {
    /** How many letters of a value stand in a message. */
    int SHOWN = 120;

    /** Returns where it begins. */
    SourceLocation where();

    /** Returns it as plain maps, lists, strings, numbers, booleans and null. */
    Object plain();

    /** Returns what it is, for messages. */
    String what();

    /**
     * One value.
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
        /** Keeps a copy. */
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
     * Keys and what stands under them.
     *
     * @param fields by key, in their order
     * @param where its place
     */
    record Fields(Map<String, Field> fields, SourceLocation where) implements Tree {
        /** Keeps a copy. */
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
     * What stands under a key.
     *
     * @param key where the key stands
     * @param value what stands under it
     */
    record Field(SourceLocation key, Tree value) {}
}
