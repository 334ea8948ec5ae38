package org.pagetck.impl.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.OperationKind;

/// How the suite finds the mapper, and what it says of itself.
final class MappedMapperProviderTest {
  private final MapperProvider provider = new MappedMapperProvider();

  @Test
  void theServiceLoaderFindsItByItsName() {
    MappedMapperProviderTest.class.getModule().addUses(MapperProvider.class);

    assertThat(ServiceLoader.load(MapperProvider.class))
        .anySatisfy(found -> assertThat(found.name()).isEqualTo("mapped"));
  }

  @Test
  void itDeclaresTheStrictContractAndEveryOperation() {
    var lines = provider.describe().lines().toList();

    assertThat(lines).allMatch(line -> line.matches("[a-z-]+ = .+"));
    assertThat(lines).contains("name = mapped", "contract = strict", "physical-width = 52");
    var operations = lines.stream().filter(line -> line.startsWith("operations")).toList();
    assertThat(operations).hasSize(1);
    assertThat(operations.getFirst().split(" "))
        .contains(OperationKind.all().stream().map(OperationKind::key).toArray(String[]::new));
  }
}
