package org.pagetck.properties.subject;

import org.pagetck.model.mapper.MapperProvider;

/// A Java mapper that runs in this process.
///
/// @param spelling how the command line names it
/// @param provider opens it
public record JavaSubject(String spelling, MapperProvider provider) implements Subject {
  @Override
  public String describe() {
    return provider.describe();
  }

  @Override
  public boolean showsStoresAsTheyHappen() {
    return true;
  }

  @Override
  public Instance start() {
    return new JavaInstance(provider);
  }
}
