/// How it is judged: generators, sessions, judges and the shrinker.
module org.pagetck.properties {
  requires transitive org.pagetck.model;
  requires io.avaje.jsonb;
  requires static net.jqwik.api;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;

  exports org.pagetck.properties.choice;
  exports org.pagetck.properties.mmu;
  exports org.pagetck.properties.shrink;

  uses org.pagetck.model.mapper.MapperProvider;
}
