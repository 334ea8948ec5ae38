package org.example.paging;

import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.properties.junit.MapperConformance;

/// One test per requirement that a page-table mapper owes.
class SmallMapperConformanceTest extends MapperConformance {
  @Override
  protected MapperProvider provider() {
    return new SmallMapperProvider();
  }
}
