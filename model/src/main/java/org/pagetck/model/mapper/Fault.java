package org.pagetck.model.mapper;

import java.util.List;

/// A faulty mapper: the right one with one idea changed.
///
/// @param id its name in the catalogue: `F02`
/// @param sentence what is wrong, in one sentence
/// @param origin where it was seen
/// @param blame ids of the requirements that it may be caught by
/// @param provider opens the mapper
public record Fault(
    String id, String sentence, String origin, List<String> blame, MapperProvider provider) {
  /// Copies the list.
  public Fault {
    blame = List.copyOf(blame);
  }
}
