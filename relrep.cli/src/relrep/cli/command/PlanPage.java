package relrep.cli.command;

import relrep.runtime.experiment.Plan;
import relrep.workbench.terminal.Quantity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan of a run as text.
 *
 * @param plan the plan
 */
record PlanPage(Plan plan) implements Answer {
    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("experiment", plan.experiment());
        json.put("networks", plan.networks());
        json.put("cells", plan.cells().stream().map(PlanPage::json).toList());
        return json;
    }

    private static Map<String, Object> json(Plan.Cell cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", cell.label());
        json.put("factors", cell.factors());
        json.put("metrics", cell.metrics());
        return json;
    }

    @Override
    public void print(TextPage page) {
        page.heading(
                "%s: %s, %s"
                        .formatted(
                                plan.experiment(),
                                Quantity.of(plan.networks().size(), "network"),
                                Quantity.of(plan.cells().size(), "cell")));
        plan.networks().forEach(network -> page.line("network  " + network));
        page.table(
                List.of("CELL", "METRICS"),
                plan.cells().stream()
                        .map(cell -> List.of(cell.label(), String.join(", ", cell.metrics())))
                        .toList());
    }
}
