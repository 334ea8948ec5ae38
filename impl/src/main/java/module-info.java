/// What is judged: mappers over page tables in memory.
module org.pagetck.impl {
  requires transitive org.pagetck.model;
  requires static org.jspecify;
}
