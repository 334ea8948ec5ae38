package org.pagetck.properties.subject;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.address.Levels;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;

/// A Java mapper in this process.
final class JavaInstance implements Instance {
  private final MapperProvider provider;
  private Arena arena = Arena.ofShared();
  private MemorySegment memory = MemorySegment.NULL;
  private @Nullable HostedMapper mapper;

  JavaInstance(MapperProvider provider) {
    this.provider = provider;
  }

  @Override
  public MemorySegment memory(long sizeBytes) {
    if (memory.byteSize() != sizeBytes) {
      arena.close();
      arena = Arena.ofShared();
      memory = arena.allocate(sizeBytes, Levels.TABLE_BYTES);
    }
    return memory;
  }

  @Override
  public void open(Opening opening) {
    mapper = HostedMapper.open(provider, opening, memory);
  }

  @Override
  public Outcome call(Operation operation) {
    var open = mapper;
    if (open == null) {
      throw new IllegalStateException("call without open");
    }
    return open.call(operation);
  }

  @Override
  public String diagnostics() {
    return "";
  }

  @Override
  public Optional<Outcome.Failed> endTrace() {
    var open = mapper;
    mapper = null;
    return open == null ? Optional.empty() : open.close();
  }

  @Override
  public void close() {
    endTrace();
    arena.close();
  }
}
