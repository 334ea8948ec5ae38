package org.pagetck.properties.exhaust;

import java.util.ServiceLoader;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;

/// A mapper that is one function of the operation: the built-in one with something done besides.
///
/// @param answer the function
public record OperationMapper(Function<Operation, Outcome> answer) implements Mapper {
  /// Makes of the right mapper and its host what a call does.
  public interface Behaviour extends BiFunction<Mapper, Host, Function<Operation, Outcome>> {}

  /// The built-in mapper that declares `declares` besides and behaves like `behaviour`.
  public record Provider(String declares, Behaviour behaviour) implements MapperProvider {
    @Override
    public String name() {
      return "altered";
    }

    @Override
    public String describe() {
      var said = declares.lines().map(OperationMapper::key).toList();
      return right()
              .describe()
              .lines()
              .filter(line -> !said.contains(key(line)))
              .collect(Collectors.joining("\n", "", "\n"))
              .replace("name = mapped", "name = altered")
          + declares;
    }

    @Override
    public Mapper open(Host host) {
      return new OperationMapper(behaviour.apply(right().open(host), host));
    }
  }

  private static String key(String line) {
    return line.substring(0, line.indexOf(" = "));
  }

  /// Returns the built-in mapper.
  public static MapperProvider right() {
    return ServiceLoader.load(MapperProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals("mapped"))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Outcome map(long page, PageSize size, long frame, EntryFlags flags) {
    return answer.apply(new Operation.Map(page, size, frame, flags));
  }

  @Override
  public Outcome mapWithTableFlags(
      long page, PageSize size, long frame, EntryFlags flags, EntryFlags tableFlags) {
    return answer.apply(new Operation.MapWithTableFlags(page, size, frame, flags, tableFlags));
  }

  @Override
  public Outcome unmap(long page, PageSize size) {
    return answer.apply(new Operation.Unmap(page, size));
  }

  @Override
  public Outcome updateFlags(long page, PageSize size, EntryFlags flags) {
    return answer.apply(new Operation.UpdateFlags(page, size, flags));
  }

  @Override
  public Outcome translatePage(long page, PageSize size) {
    return answer.apply(new Operation.TranslatePage(page, size));
  }

  @Override
  public Outcome translate(long address) {
    return answer.apply(new Operation.Translate(address));
  }

  @Override
  public Outcome clear(long page, PageSize size) {
    return answer.apply(new Operation.Clear(page, size));
  }

  @Override
  public Outcome setTableFlags(long address, int level, EntryFlags flags) {
    return answer.apply(new Operation.SetTableFlags(address, level, flags));
  }

  @Override
  public Outcome cleanUp(long first, long last) {
    return answer.apply(new Operation.CleanUp(first, last));
  }
}
