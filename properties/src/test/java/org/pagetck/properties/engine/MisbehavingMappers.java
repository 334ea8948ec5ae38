package org.pagetck.properties.engine;

import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Outcome;

/// The built-in mapper with something done beside each unmap of a 2 MiB page that succeeds.
final class MisbehavingMappers {
  private MisbehavingMappers() {}

  static MapperProvider mapped() {
    return ServiceLoader.load(MapperProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals("mapped"))
        .findFirst()
        .orElseThrow();
  }

  /// Stores into a frame that no trace comes to use, as a wild pointer would.
  static MapperProvider straying() {
    return beside(
        "effects = diff", host -> host.memory().store(host.memory().start() + (48L << 20), 1));
  }

  /// Throws what a mapper has no business to throw.
  static MapperProvider throwing() {
    return beside(
        "",
        _ -> {
          throw new IllegalStateException("entry should be mapped at this point");
        });
  }

  private static MapperProvider beside(String declared, Consumer<Host> act) {
    return provider(
        declared,
        host -> {
          var mapper = mapped().open(host);
          return new Mapper() {
            @Override
            public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
              return mapper.map(page, size, frame, flags);
            }

            @Override
            public Outcome unmap(long page, PageSize size) {
              var outcome = mapper.unmap(page, size);
              if (size == PageSize.SIZE_2M && outcome instanceof Outcome.Removed) {
                act.accept(host);
              }
              return outcome;
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
          };
        });
  }

  private static MapperProvider provider(String declared, Function<Host, Mapper> opening) {
    return new MapperProvider() {
      @Override
      public String name() {
        return "misbehaving";
      }

      @Override
      public String describe() {
        return "contract = strict\noperations = map unmap update-flags translate-page translate\n"
            + declared;
      }

      @Override
      public Mapper open(Host host) {
        return opening.apply(host);
      }
    };
  }
}
