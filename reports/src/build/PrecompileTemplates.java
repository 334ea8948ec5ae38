import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;

/// Writes a Java class for each template: `PrecompileTemplates TEMPLATES CLASSES PACKAGE`. Run by the build.
public final class PrecompileTemplates {
  private PrecompileTemplates() {}

  /// Writes the classes.
  public static void main(String[] arguments) {
    var engine =
        TemplateEngine.create(
            new DirectoryCodeResolver(Path.of(arguments[0])),
            Path.of(arguments[1]),
            ContentType.Html,
            null,
            arguments[2]);
    engine.setTrimControlStructures(true);
    engine.generateAll();
  }
}
