package org.pagetck.impl.policy;

import java.util.function.Function;
import org.pagetck.impl.core.CoreMapper;
import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.paging.PagingMode;

/// Opens mappers that keep the policies which a declaration names, rightly or not.
public final class PolicyMapperProvider implements MapperProvider {
  private static final String BASE =
      """
      version = 0.1.0
      contract = strict
      levels = 4 5
      operations = map unmap update-flags translate-page translate map-with-table-flags clear \
      set-table-flags clean-up
      """;

  private final String name;
  private final Declaration declaration;
  private final Function<PolicyPlace, MapCore> core;

  /// Creates one for right mappers.
  ///
  /// @param name the name that selects it
  /// @param declares its policies, as lines of a declaration
  /// @throws IllegalArgumentException if `declares` is none
  public PolicyMapperProvider(String name, String declares) {
    this(name, declares, PolicyCore::new);
  }

  /// Creates one whose mappers stand on a core of their own.
  public PolicyMapperProvider(String name, String declares, Function<PolicyPlace, MapCore> core) {
    this.name = name;
    this.declaration =
        DeclarationText.parseLines("name = %s\n%s".formatted(name, BASE))
            .orThrow()
            .withGiven(DeclarationText.parseLines(declares).orThrow());
    this.core = core;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String describe() {
    return DeclarationText.printLines(declaration);
  }

  @Override
  public Mapper open(Host host) {
    Contract contract = declaration.contract();
    var mode = new PagingMode(host.levels(), contract.physicalWidth(), contract.noExecute());
    var space = TableSpace.of(host.memory(), host.root(), mode);
    var place = new PolicyPlace(space, contract, host.frames(), host.flushes());
    return new SpokenMapper(new CoreMapper(core.apply(place), host), contract);
  }
}
