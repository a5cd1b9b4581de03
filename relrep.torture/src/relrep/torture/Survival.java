package relrep.torture;

import java.util.ArrayList;
import java.util.List;

/** The number of attempts of one kind that relrep survived. */
final class Survival {
    private final String kind;
    private final List<String> losses = new ArrayList<>();
    private int tried;
    private String findings = "";

    Survival(String kind) {
        this.kind = kind;
    }

    synchronized void tried() {
        tried++;
    }

    synchronized void lost(String what) {
        losses.add(what);
    }

    synchronized void found(String what) {
        findings = what;
    }

    synchronized int losses() {
        return losses.size();
    }

    synchronized int attempts() {
        return tried;
    }

    synchronized String row() {
        return "%-24s %6d / %-6d %s"
                .formatted(kind, Math.max(0, tried - losses.size()), tried, findings)
                .stripTrailing();
    }
}
