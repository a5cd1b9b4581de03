package relrep.report.summary;

import java.util.List;
import java.util.Optional;

/**
 * A part of the summary.
 *
 * @param title the title
 * @param lead a sentence or two before the table, or empty
 * @param table the table, if there is one
 * @param notes sentences after the table
 */
public record Section(String title, String lead, Optional<Table> table, List<String> notes) {
    /** Keeps a copy. */
    public Section {
        notes = List.copyOf(notes);
    }

    /** Returns the section as Markdown. */
    String text() {
        StringBuilder text = new StringBuilder("## " + Markdown.line(title) + "\n\n");
        if (!lead.isEmpty()) {
            text.append(Markdown.lines(lead)).append("\n\n");
        }
        table.ifPresent(lines -> text.append(lines.text()));
        boolean first = table.isEmpty();
        for (String note : notes) {
            text.append(first ? "" : "\n").append(Markdown.lines(note)).append("\n");
            first = false;
        }
        return text.append("\n").toString();
    }
}
