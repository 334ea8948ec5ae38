package org.pagetck.properties.subject;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.memory.EventLog;

/// One trace on one instance, step by step: what it answered, and what it logged.
public final class Conversation implements AutoCloseable {
  /// The physical address of the memory's first byte, which is the root too.
  public static final long START = 0x1_0000_0000L;

  /// The length of the memory.
  public static final long MEMORY_BYTES = 8 << 20;

  /// A page in the upper half.
  public static final long PAGE = 0xffff_8000_0000_0000L;

  private final Instance instance;
  private final MemorySegment memory;
  private final ListStock stock;
  private final EventLog log = new EventLog();

  private Conversation(Instance instance, int frameCount, boolean showsBytes) {
    this.instance = instance;
    this.memory = instance.memory(MEMORY_BYTES);
    this.stock = new ListStock(START + 0x1000, frameCount);
    memory.asSlice(0, 0x1000).fill((byte) 0);
    memory.asSlice(0x1000, 0x10000).fill((byte) 0xa5);
    instance.open(new Instance.Opening(START, 4, START, stock, log, showsBytes));
  }

  /// Opens a mapper over an empty root, with frames enough.
  public static Conversation on(Instance instance) {
    return new Conversation(instance, 100, true);
  }

  /// Opens a mapper over an empty root, with `frameCount` frames.
  public static Conversation on(Instance instance, int frameCount) {
    return new Conversation(instance, frameCount, true);
  }

  /// Opens a mapper of which nothing but answers is looked at.
  public static Conversation answersOnly(Instance instance) {
    return new Conversation(instance, 100, false);
  }

  /// Opens a mapper of which nothing but answers is looked at, and says which `operations` come.
  public static Conversation ahead(Instance instance, List<Operation> operations) {
    var conversation = new Conversation(instance, 100, false);
    instance.expect(operations.stream().<TraceLine>map(TraceLine.Call::new).toList());
    return conversation;
  }

  /// Carries out one operation.
  public Outcome call(Operation operation) {
    log.clear();
    return instance.call(operation);
  }

  /// Carries out all operations; returns a line for each answer and each event.
  public List<String> transcript(List<Operation> operations) {
    var lines = new ArrayList<String>();
    for (var operation : operations) {
      lines.add(operation + " -> " + call(operation));
      lines.addAll(events());
    }
    return lines;
  }

  /// Returns the events of the last call: kind, a, b.
  public List<String> events() {
    var lines = new ArrayList<String>();
    for (var index = 0; index < log.count(); index++) {
      lines.add("%d 0x%x 0x%x".formatted(log.kind(index), log.a(index), log.b(index)));
    }
    return lines;
  }

  /// Returns the log.
  public EventLog log() {
    return log;
  }

  /// Returns the stock.
  public ListStock stock() {
    return stock;
  }

  /// Returns the memory's bytes.
  public byte[] bytes() {
    return memory.toArray(ValueLayout.JAVA_BYTE);
  }

  /// Closes the mapper.
  public Optional<Outcome.Failed> end() {
    log.clear();
    return instance.endTrace();
  }

  @Override
  public void close() {
    instance.endTrace();
  }

  /// Returns operations of all kinds on pages of all sizes, with refusals among them.
  public static List<Operation> script() {
    var flags = new EntryFlags(EntryFlags.PRESENT | EntryFlags.WRITABLE);
    var pat = flags.with(EntryFlags.PAT | EntryFlags.NO_EXECUTE);
    var operations = new ArrayList<Operation>();
    for (var size : PageSize.all()) {
      var page = PAGE + 2 * size.bytes();
      operations.add(new Operation.Map(page, size, size.bytes(), flags));
      operations.add(new Operation.Map(page, size, size.bytes(), flags));
      operations.add(new Operation.TranslatePage(page, size));
      operations.add(new Operation.UpdateFlags(page, size, pat));
      operations.add(new Operation.Translate(page + size.bytes() - 1));
      operations.add(new Operation.Unmap(page, size));
      operations.add(new Operation.Unmap(page, size));
      operations.add(new Operation.Map(page, size, size.bytes(), new EntryFlags(EntryFlags.USER)));
      operations.add(new Operation.Clear(page, size));
      operations.add(new Operation.MapWithTableFlags(page, size, 0, pat, flags));
      operations.add(new Operation.Clear(page, size));
    }
    operations.add(new Operation.Map(1, PageSize.SIZE_4K, 0, flags));
    operations.add(new Operation.Map(1L << 62, PageSize.SIZE_4K, 0, flags));
    operations.add(new Operation.SetTableFlags(PAGE, 4, flags.with(EntryFlags.USER)));
    operations.add(new Operation.CleanUp(0, -1));
    return List.copyOf(operations);
  }
}
