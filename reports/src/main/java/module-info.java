/// What people see: the command line, statistics, findings and pages.
module org.pagetck.reports {
  requires org.pagetck.properties;
  requires commons.math3;
  requires gg.jte.runtime;
  requires io.avaje.jsonb;
  requires io.qameta.allure.commons;
  requires io.qameta.allure.model;
  requires org.slf4j; // needed by Allure, which is no module and cannot say so
  requires info.picocli;
  requires java.xml;
  requires static java.compiler; // @Generated of templates
  requires static org.jspecify;

  opens org.pagetck.reports.cli to
      info.picocli;

  uses org.pagetck.model.mapper.FaultProvider;
  uses org.pagetck.model.mapper.MapperProvider;

  provides org.pagetck.properties.record.FindingRenderer with
      org.pagetck.reports.cli.RunRenderer;
}
