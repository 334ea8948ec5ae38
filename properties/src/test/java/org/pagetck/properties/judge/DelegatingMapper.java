package org.pagetck.properties.judge;

import java.util.function.BiFunction;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Outcome;

/// The built-in mapper, of which tests change one call.
class DelegatingMapper implements Mapper {
  private final Mapper mapper;
  private final Host host;

  DelegatingMapper(Mapper mapper, Host host) {
    this.mapper = mapper;
    this.host = host;
  }

  /// Returns the provider of mappers that `changed` makes of the built-in one and its host; `host`
  /// stands between the suite's and both.
  static MapperProvider provider(String declares, BiFunction<Mapper, Host, Mapper> changed) {
    var right = Replays.mapped();
    return new MapperProvider() {
      @Override
      public String name() {
        return "changed";
      }

      @Override
      public String describe() {
        return right.describe().replace("name = mapped", "name = changed") + declares;
      }

      @Override
      public Mapper open(Host host) {
        return changed.apply(right.open(host), host);
      }
    };
  }

  /// Returns the host.
  final Host host() {
    return host;
  }

  @Override
  public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
    return mapper.map(page, size, frame, flags);
  }

  @Override
  public Outcome mapWithTableFlags(
      long page, PageSize size, long frame, EntryFlags flags, EntryFlags tableFlags) {
    return mapper.mapWithTableFlags(page, size, frame, flags, tableFlags);
  }

  @Override
  public Outcome unmap(long page, PageSize size) {
    return mapper.unmap(page, size);
  }

  @Override
  public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
    return mapper.updateFlags(page, size, flags);
  }

  @Override
  public Outcome translatePage(long page, PageSize size) {
    return mapper.translatePage(page, size);
  }

  @Override
  public Outcome translate(long address) {
    return mapper.translate(address);
  }

  @Override
  public Outcome clear(long page, PageSize size) {
    return mapper.clear(page, size);
  }

  @Override
  public Outcome setTableFlags(long address, int level, EntryFlags flags) {
    return mapper.setTableFlags(address, level, flags);
  }

  @Override
  public Outcome cleanUp(long first, long last) {
    return mapper.cleanUp(first, last);
  }
}
