package relrep.cli.command;

import relrep.api.run.Checkup.Finding;
import relrep.cli.command.TextPage.Tone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings about the installation as text.
 *
 * @param findings the findings
 */
record DoctorPage(List<Finding> findings) implements Answer {
    @Override
    public Object json() {
        return findings.stream().map(DoctorPage::json).toList();
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", finding.name());
        json.put("value", finding.value());
        json.put("healthy", finding.healthy());
        json.put("remedy", finding.remedy());
        return json;
    }

    @Override
    public void print(TextPage page) {
        int width = findings.stream().mapToInt(finding -> finding.name().length()).max().orElse(0);
        for (Finding finding : findings) {
            String name = finding.name() + " ".repeat(width - finding.name().length() + 2);
            if (finding.healthy()) {
                page.line(Tone.GOOD, "well  ", name + finding.value());
            } else {
                page.line(Tone.BAD, "ILL   ", name + finding.value() + "; " + finding.remedy());
            }
        }
    }

    @Override
    public int exitCode() {
        return findings.stream().allMatch(Finding::healthy) ? 0 : Failure.LACKING;
    }
}
