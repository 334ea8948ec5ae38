/// What is judged: mappers over page tables in memory, usable as a library of their own.
module org.pagetck.impl {
  requires transitive org.pagetck.model;
  requires static org.jspecify;

  exports org.pagetck.impl.frame;
  exports org.pagetck.impl.mapper;
  exports org.pagetck.impl.memory;
  exports org.pagetck.impl.processor;
  exports org.pagetck.impl.table;

  provides org.pagetck.model.mapper.MapperProvider with
      org.pagetck.impl.mapper.MappedMapperProvider,
      org.pagetck.impl.mapper.OffsetMapperProvider,
      org.pagetck.impl.mapper.RecursiveMapperProvider,
      org.pagetck.impl.mapper.Mapped2019Provider;
  provides org.pagetck.model.mapper.FaultProvider with
      org.pagetck.impl.fault.Faults;
}
