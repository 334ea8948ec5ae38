package org.pagetck.impl.mapper;

/// A page that was removed.
///
/// @param mapping what it was mapped to
/// @param flush what must be flushed before its frame is used otherwise
public record Removed(Mapping mapping, MapperFlush flush) {}
