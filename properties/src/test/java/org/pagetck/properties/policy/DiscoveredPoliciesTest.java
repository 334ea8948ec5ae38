package org.pagetck.properties.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.contract.ParentFlags;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.properties.discover.Discoverer;
import org.pagetck.properties.subject.JavaSubject;

/// What is found out about a mapper that says nothing is what the mapper does.
final class DiscoveredPoliciesTest {
  /// What a flush of everything reaches is the host's business; what may be planted, and how much
  /// is to be looked at, is agreed on.
  private static final Set<String> NOT_ASKED =
      Set.of("contract", "flush-all", "planted", "effects", "restorable");

  /// Links that never give USER deny a user page what its own leaf grants.
  private static final String WITHOUT_USER = "parent-flags = fixed\nflags = all -USER\n";

  static List<String> declarations() {
    return PolicyValues.single().stream()
        .filter(declares -> !declares.equals(WITHOUT_USER))
        .filter(declares -> !declares.equals("arguments = unchecked\n")) // it checks all the same
        .toList();
  }

  /// A mapper that keeps what `declares` says, does nothing else, and does not say so.
  private record Silent(MapperProvider provider, Contract contract) implements MapperProvider {
    static JavaSubject keeping(String declares) {
      var contract = DeclarationText.parseLines(declares).orThrow().contract();
      return new JavaSubject("silent", new Silent(PolicyMappers.keeping(declares), contract));
    }

    @Override
    public String name() {
      return "silent";
    }

    @Override
    public String describe() {
      return "name = silent\n";
    }

    @Override
    public Mapper open(Host host) {
      if (!contract.levels().contains(host.levels())) {
        throw new IllegalArgumentException(host.levels() + " levels");
      }
      var mapper = provider.open(host);
      return (Mapper)
          Proxy.newProxyInstance(
              Mapper.class.getClassLoader(),
              new Class<?>[] {Mapper.class},
              (_, method, arguments) ->
                  method.getName().equals("apply")
                      ? answer(mapper, (Operation) arguments[0])
                      : method.invoke(mapper, arguments));
    }

    private Outcome answer(Mapper mapper, Operation operation) {
      var isServed =
          switch (operation) {
            case Operation.OnPage call -> contract.offers(call.size()) && isServed(call.page());
            case Operation.Translate call -> isServed(call.address());
            case Operation.SetTableFlags _, Operation.CleanUp _ -> true;
          };
      return isServed ? mapper.apply(operation) : Outcome.UNSUPPORTED;
    }

    private boolean isServed(long address) {
      return switch (contract.virtualRange()) {
        case ALL -> true;
        case LOWER -> address >= 0;
        case UPPER -> address < 0;
      };
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("declarations")
  void whatIsFoundOutIsWhatTheMapperDoes(String declares) {
    var discovery = Discoverer.discover(Silent.keeping(declares), Declaration.EMPTY);

    assertThat(discovery.contradictions()).isEmpty();
    var found = discovery.declaration().overrides();
    assertThat(DeclarationText.parseLines(declares).orThrow().overrides())
        .allSatisfy((key, value) -> {
          if (!NOT_ASKED.contains(key)) {
            assertThat(found.getOrDefault(key, firstOf(key))).isEqualTo(orEquivalent(value));
          }
        });
  }

  /// Where nothing parts the values of a policy, the first counts.
  private static String firstOf(String key) {
    return PolicyValues.single().stream()
        .filter(line -> line.startsWith(key + " = "))
        .map(line -> line.strip().split(" = ", 2)[1])
        .findFirst()
        .orElseThrow();
  }

  /// Where a call may say the flags of links, nothing parts links that are as the caller says from
  /// permissive ones. Two policies let a mapper do less than it does here: it flushes before it
  /// gives a table back, and asks for no flush of a new page.
  private static String orEquivalent(String value) {
    return switch (value) {
      case "permissive" -> "explicit";
      case "after-flush" -> "immediate";
      case "page" -> "none";
      default -> value;
    };
  }

  @Test
  void linksThatNeverGiveUserAreFoundOutAndContradictWhatUserAsksFor() {
    var discovery = Discoverer.discover(Silent.keeping(WITHOUT_USER), Declaration.EMPTY);

    assertThat(discovery.declaration().contract().parentFlags()).isEqualTo(ParentFlags.FIXED);
    assertThat(discovery.contradictions())
        .singleElement()
        .satisfies(odd -> {
          assertThat(odd.key()).isEqualTo("parent-flags");
          assertThat(odd.because()).contains("lacks USER");
        });
  }
}
