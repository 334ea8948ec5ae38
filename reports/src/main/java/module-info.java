/// What people see: the command line, statistics, findings and pages.
module org.pagetck.reports {
  requires org.pagetck.properties;
  requires commons.math3;
  requires info.picocli;
  requires io.avaje.jsonb;
  requires static org.jspecify;

  opens org.pagetck.reports.cli to
      info.picocli;
}
