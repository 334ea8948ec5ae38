package org.pagetck.reports.cli;

import org.pagetck.impl.mapper.MappedMapperProvider;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;

/// A mapper that forgets to clear the entry when it unmaps a page of 2 MiB.
public final class ForgetfulProvider implements MapperProvider {
  /// Creates it.
  public ForgetfulProvider() {}

  @Override
  public String name() {
    return "forgetful";
  }

  @Override
  public String describe() {
    return "name = forgetful\nversion = 1\n";
  }

  @Override
  public Mapper open(Host host) {
    return new Forgetful(new MappedMapperProvider().open(host));
  }

  private record Forgetful(Mapper right) implements Mapper {
    @Override
    public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
      return right.map(page, size, frame, flags);
    }

    @Override
    public Outcome unmap(long page, PageSize size) {
      return size == PageSize.SIZE_2M
              && right.translatePage(page, size) instanceof Outcome.Found(var frame, var flags)
          ? new Outcome.Removed(frame, flags, Flush.PAGE)
          : right.unmap(page, size);
    }

    @Override
    public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
      return right.updateFlags(page, size, flags);
    }

    @Override
    public Outcome translatePage(long page, PageSize size) {
      return right.translatePage(page, size);
    }

    @Override
    public Outcome translate(long address) {
      return right.translate(address);
    }
  }
}
