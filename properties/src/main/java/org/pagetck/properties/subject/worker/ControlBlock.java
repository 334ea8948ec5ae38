package org.pagetck.properties.subject.worker;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.properties.subject.nativelib.HostBlock;

/// The bytes by which suite and worker talk: a request, signals, a text, and the [HostBlock].
final class ControlBlock {
  /// The request that opens a mapper: descriptor, bytes and generation of the memory.
  static final int OPEN = 0x100;

  /// The request that closes the mapper.
  static final int CLOSE = 0x101;

  /// The request that ends the worker in good order.
  static final int END = 0x102;

  private static final long REQUEST_NUMBER = 0;
  private static final long REQUEST = 0x08;
  private static final long WORKER = 0x40;
  private static final long SUITE = 0x80;
  private static final long STAGE = 0xc0;
  private static final long OPERATIONS = 0xc8;
  private static final long MEMORY_ADDRESS = 0xd0;
  private static final long GUARD_BYTES = 0xd8;
  private static final long TEXT_LENGTH = 0xe0;
  private static final long TEXT = 0x1000;
  private static final int TEXT_BYTES_MAX = 0x10000;
  private static final long HOST_BLOCK = TEXT + TEXT_BYTES_MAX;
  private static final long ANSWER_NUMBER = HOST_BLOCK;

  /// The bytes that a block takes.
  static final long SIZE_BYTES = HOST_BLOCK + HostBlock.SIZE_BYTES;

  private final MemorySegment bytes;
  private final HostBlock host;
  private final Signal requests;
  private final Signal answers;

  ControlBlock(MemorySegment bytes) {
    this.bytes = bytes;
    this.host = new HostBlock(bytes.asSlice(HOST_BLOCK, HostBlock.SIZE_BYTES));
    this.requests = new Signal(bytes, REQUEST_NUMBER, WORKER, SUITE);
    this.answers = new Signal(bytes, ANSWER_NUMBER, SUITE, WORKER);
  }

  /// Returns what adapter and suite share.
  HostBlock host() {
    return host;
  }

  /// Returns the signal that a request was made.
  Signal requests() {
    return requests;
  }

  /// Returns the signal that an answer was given. The first one says that the worker is ready, or
  /// why it will never be.
  Signal answers() {
    return answers;
  }

  /// Writes a request.
  void setRequest(int kind, long a, long b, long c, long d, long e) {
    bytes.set(JAVA_LONG, REQUEST, kind);
    bytes.set(JAVA_LONG, REQUEST + 8, a);
    bytes.set(JAVA_LONG, REQUEST + 16, b);
    bytes.set(JAVA_LONG, REQUEST + 24, c);
    bytes.set(JAVA_LONG, REQUEST + 32, d);
    bytes.set(JAVA_LONG, REQUEST + 40, e);
  }

  /// Returns what is requested.
  int requestKind() {
    return (int) bytes.get(JAVA_LONG, REQUEST);
  }

  /// Returns argument `index` of the request, 0 to 4.
  long argument(int index) {
    return bytes.get(JAVA_LONG, REQUEST + 8 + 8L * index);
  }

  /// Returns how far the worker has come.
  Stage stage() {
    return Stage.at(bytes.get(JAVA_INT, STAGE));
  }

  /// Says how far the worker has come.
  void setStage(Stage stage) {
    bytes.set(JAVA_INT, STAGE, stage.ordinal());
  }

  /// Returns the operations that the subject has entry points for.
  Set<OperationKind> operations() {
    var mask = bytes.get(JAVA_LONG, OPERATIONS);
    var kinds = EnumSet.noneOf(OperationKind.class);
    for (var kind : OperationKind.all()) {
      if ((mask >>> kind.ordinal() & 1) != 0) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /// Says which operations the subject has entry points for.
  void setOperations(Set<OperationKind> kinds) {
    var mask = 0L;
    for (var kind : kinds) {
      mask |= 1L << kind.ordinal();
    }
    bytes.set(JAVA_LONG, OPERATIONS, mask);
  }

  /// Says where the memory lies in the worker, and how wide its guards are.
  void setMemory(long address, long guardBytes) {
    bytes.set(JAVA_LONG, MEMORY_ADDRESS, address);
    bytes.set(JAVA_LONG, GUARD_BYTES, guardBytes);
  }

  /// Returns where the memory lies in the worker.
  long memoryAddress() {
    return bytes.get(JAVA_LONG, MEMORY_ADDRESS);
  }

  /// Returns how wide the guards are in the worker.
  long guardBytes() {
    return bytes.get(JAVA_LONG, GUARD_BYTES);
  }

  /// Returns the text: a declaration, a sentence, a message.
  String text() {
    var length = Math.clamp(bytes.get(JAVA_INT, TEXT_LENGTH), 0, TEXT_BYTES_MAX);
    var text = new byte[length];
    MemorySegment.copy(bytes, JAVA_BYTE, TEXT, text, 0, length);
    return new String(text, StandardCharsets.UTF_8);
  }

  /// Sets the text, cut where there is no more room.
  void setText(String value) {
    var text = value.getBytes(StandardCharsets.UTF_8);
    var length = Math.min(text.length, TEXT_BYTES_MAX);
    MemorySegment.copy(text, 0, bytes, JAVA_BYTE, TEXT, length);
    bytes.set(JAVA_INT, TEXT_LENGTH, length);
  }
}
