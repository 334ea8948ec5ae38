package org.pagetck.properties.judge;

import java.util.function.UnaryOperator;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Outcome;

/// The built-in mapper on a host that stands between it and the suite's, with its flushes altered.
///
/// @param right the built-in mapper's provider
/// @param declares what it declares besides
/// @param between what stands between
/// @param flush what becomes of the flush of an unmap
record AlteredMapper(
    MapperProvider right, String declares, UnaryOperator<Host> between, UnaryOperator<Flush> flush)
    implements MapperProvider {

  @Override
  public String name() {
    return "altered";
  }

  @Override
  public String describe() {
    return right.describe().replace("name = mapped", "name = altered") + declares;
  }

  @Override
  public Mapper open(Host host) {
    return new Altered(right.open(between.apply(host)), flush);
  }

  private record Altered(Mapper mapper, UnaryOperator<Flush> flush) implements Mapper {
    private Outcome altered(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Done(Flush said) -> new Outcome.Done(flush.apply(said));
        case Outcome.Removed(long frame, EntryFlags flags, Flush said) ->
            new Outcome.Removed(frame, flags, flush.apply(said));
        case Outcome.RemovedReserved(long word, Flush said) ->
            new Outcome.RemovedReserved(word, flush.apply(said));
        case Outcome.Found _,
            Outcome.Translated _,
            Outcome.Refused _,
            Outcome.Unsupported _,
            Outcome.Failed _ ->
            outcome;
      };
    }

    @Override
    public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
      return altered(mapper.map(page, size, frame, flags));
    }

    @Override
    public Outcome mapWithTableFlags(
        long page, PageSize size, long frame, EntryFlags flags, EntryFlags tableFlags) {
      return altered(mapper.mapWithTableFlags(page, size, frame, flags, tableFlags));
    }

    @Override
    public Outcome unmap(long page, PageSize size) {
      return altered(mapper.unmap(page, size));
    }

    @Override
    public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
      return altered(mapper.updateFlags(page, size, flags));
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
      return altered(mapper.clear(page, size));
    }

    @Override
    public Outcome setTableFlags(long address, int level, EntryFlags flags) {
      return mapper.setTableFlags(address, level, flags);
    }

    @Override
    public Outcome cleanUp(long first, long last) {
      return altered(mapper.cleanUp(first, last));
    }
  }
}
