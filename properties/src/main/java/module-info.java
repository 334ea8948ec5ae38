/// How it is judged: generators, sessions, judges and the shrinker.
@SuppressWarnings("module") // reports is built later
module org.pagetck.properties {
  requires transitive org.pagetck.model;
  requires io.avaje.jsonb;
  requires static net.jqwik.api;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;

  exports org.pagetck.properties.choice;
  exports org.pagetck.properties.compare;
  exports org.pagetck.properties.discover;
  exports org.pagetck.properties.engine;
  exports org.pagetck.properties.exhaust;
  exports org.pagetck.properties.generate;
  exports org.pagetck.properties.judge;
  exports org.pagetck.properties.junit;
  exports org.pagetck.properties.law;
  exports org.pagetck.properties.memory;
  exports org.pagetck.properties.mmu;
  exports org.pagetck.properties.observation;
  exports org.pagetck.properties.record to
      org.pagetck.reports;
  exports org.pagetck.properties.session;
  exports org.pagetck.properties.shrink;
  exports org.pagetck.properties.subject;
  exports org.pagetck.properties.subject.nativelib to
      org.pagetck.reports;
  exports org.pagetck.properties.subject.process to
      org.pagetck.reports;
  exports org.pagetck.properties.subject.worker to
      org.pagetck.reports;

  uses org.pagetck.model.mapper.MapperProvider;
  uses org.pagetck.properties.record.FindingRenderer;

  provides io.avaje.jsonb.spi.JsonbExtension with
      org.pagetck.properties.record.jsonb.GeneratedJsonComponent;
}
