/// What people see: the command line, statistics, findings and pages.
module org.pagetck.reports {
  requires org.pagetck.properties;
  requires commons.math3;
  requires gg.jte.runtime;
  requires info.picocli;
  requires static java.compiler; // @Generated of templates
  requires static org.jspecify;

  opens org.pagetck.reports.cli to
      info.picocli;

  uses org.pagetck.model.mapper.FaultProvider;
  uses org.pagetck.model.mapper.MapperProvider;

  provides org.pagetck.properties.record.FindingRenderer with
      org.pagetck.reports.finding.MarkdownRenderer;
}
