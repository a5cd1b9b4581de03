package relrep.report.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;

import org.osgi.service.component.annotations.Component;

import relrep.api.plugin.Plugin;
import relrep.api.report.Report;
import relrep.api.report.Reporter;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Writes {@code report.html}: the whole report as one file that needs no scripts, fonts or other
 * files, for reading, mailing and printing.
 */
@Component
@Plugin(
        name = "page",
        description = "writes report.html: tables, verdicts, figures and provenance in one file")
public final class Page implements Reporter {
    private static final String TEMPLATE = "report.ftlh";
    private static final String EXPERIMENT = "experiment.yaml";

    @Override
    public void write(Report report, Path folder) throws IOException {
        Path experiment = folder.resolve(EXPERIMENT);
        String text = Files.exists(experiment) ? Files.readString(experiment) : "";
        Files.writeString(folder.resolve("report.html"), html(PageModel.of(report, text)));
    }

    /** Fills in the template, which escapes all text from outside. */
    static String html(Map<String, Object> model) throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_33);
        configuration.setClassForTemplateLoading(Page.class, "");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setLocalizedLookup(false);
        configuration.setLogTemplateExceptions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        try {
            Template template = configuration.getTemplate(TEMPLATE);
            StringWriter page = new StringWriter();
            template.process(model, page);
            return page.toString();
        } catch (TemplateException wrong) {
            throw new IOException(
                    "report.html could not be filled in: " + wrong.getMessageWithoutStackTop(),
                    wrong);
        }
    }
}
