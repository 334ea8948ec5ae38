package org.pagetck.properties.subject.worker;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.subject.FrameStock;
import org.pagetck.properties.subject.HostedMapper;
import org.pagetck.properties.subject.Instance;
import org.pagetck.properties.subject.SubjectFailedException;
import org.pagetck.properties.subject.foreign.GuardedMemory;
import org.pagetck.properties.subject.nativelib.HostBlock;

/// A Java mapper in a worker. Frames that it gives back are in stock again from the next call on.
final class JavaGuest implements Guest {
  private final MapperProvider provider;
  private final ControlBlock block;
  private final EventLog log = new EventLog();
  private @Nullable HostedMapper mapper;

  JavaGuest(MapperProvider provider, ControlBlock block) {
    this.provider = provider;
    this.block = block;
  }

  @Override
  public String describe() {
    try {
      return provider.describe();
    } catch (RuntimeException | LinkageError e) {
      throw new SubjectFailedException("the mapper has no declaration, but throws: " + e, e);
    }
  }

  @Override
  public Set<OperationKind> operations() {
    return Set.of();
  }

  @Override
  public void open(GuardedMemory memory) {
    var host = block.host();
    log.clear();
    mapper =
        HostedMapper.open(
            provider,
            new Instance.Opening(
                host.memoryStart(), host.levels(), host.root(), new Window(host), log),
            memory.bytes());
    publish();
  }

  @Override
  public long call(Operation operation) {
    log.clear();
    var outcome = opened().call(operation);
    publish();
    return OutcomeWire.write(block, outcome);
  }

  @Override
  public long close() {
    log.clear();
    var failed = opened().close();
    publish();
    return failed.isPresent() ? OutcomeWire.write(block, failed.get()) : 0;
  }

  private HostedMapper opened() {
    var open = mapper;
    if (open == null) {
      throw new IllegalStateException("call without open");
    }
    return open;
  }

  private void publish() {
    var host = block.host();
    for (var index = 0; index < log.count(); index++) {
      host.setEvent(index, log.kind(index), log.a(index), log.b(index));
    }
    host.setEventCount(log.hasOverflowed() ? EventLog.EVENT_COUNT_MAX + 1 : log.count());
  }

  /// The frames that the suite offers in the block.
  private record Window(HostBlock host) implements FrameStock {
    @Override
    public int available() {
      return (int) host.framesLeft();
    }

    @Override
    public long peek(int index) {
      return host.frame(available() - 1 - index);
    }

    @Override
    public long take() {
      var left = available();
      if (left == 0) {
        throw new IllegalStateException("no frame is left");
      }
      host.setFramesLeft(left - 1);
      return host.frame(left - 1);
    }

    /// The suite finds it in the log.
    @Override
    public void giveBack(long frame) {}
  }
}
