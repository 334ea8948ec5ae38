package org.pagetck.properties.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.properties.discover.Discoverer;
import org.pagetck.properties.subject.JavaSubject;

/// What is found out about a mapper that says nothing is what the mapper does.
final class DiscoveredPoliciesTest {
  /// What a flush of everything reaches is the host's business; what may be planted, and how much
  /// is to be looked at, is agreed on.
  private static final Set<String> NOT_ASKED =
      Set.of("flush-all", "planted", "effects", "restorable");

  static List<String> declarations() {
    return PolicyValues.single();
  }

  private record Silent(MapperProvider provider) implements MapperProvider {
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
      return provider.open(host);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("declarations")
  void whatIsFoundOutIsWhatTheMapperDoes(String declares) {
    var owed = DeclarationText.parseLines(declares).orThrow();
    var subject = new JavaSubject("silent", new Silent(PolicyMappers.keeping(declares)));

    var discovery = Discoverer.discover(subject, Declaration.EMPTY);

    assertThat(discovery.contradictions()).isEmpty();
    var found = discovery.declaration().overrides();
    assertThat(DeclarationText.printLines(owed).lines())
        .filteredOn(line -> !NOT_ASKED.contains(line.split(" = ", 2)[0]))
        .allSatisfy(line -> {
          var pair = line.split(" = ", 2);
          assertThat(found).containsEntry(pair[0], pair[1]);
        });
  }
}
