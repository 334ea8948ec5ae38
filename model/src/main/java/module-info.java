/// What is true: the pure model of an address space.
module org.pagetck.model {
  requires static org.jspecify;

  exports org.pagetck.model.address;
  exports org.pagetck.model.contract;
  exports org.pagetck.model.declaration;
  exports org.pagetck.model.entry;
  exports org.pagetck.model.mapper;
  exports org.pagetck.model.operation;
  exports org.pagetck.model.paging;
  exports org.pagetck.model.requirement;
  exports org.pagetck.model.space;
  exports org.pagetck.model.trace;
  exports org.pagetck.model.verdict;
}
