package org.pagetck.properties.subject.nativelib;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import org.pagetck.properties.memory.EventLog;
import org.pagetck.properties.subject.FrameStock;
import org.pagetck.properties.subject.Instance;

/// The bytes that suite and adapter share beside the memory: the `pagetck_host`, the frames and the
/// events that it points at, and the `pagetck_result` of the last call.
///
/// The answer lies in one cache line, and so do the fields of the host that change with each call.
/// The events stand last, so that a guard behind the block stops whoever writes more of them than
/// fit.
public final class HostBlock implements HostWords {
  /// The bytes that a block takes, a multiple of 4 KiB.
  public static final long SIZE_BYTES = 0x1000 + 24L * EventLog.EVENT_COUNT_MAX;

  private static final int VERSION = 1;

  /// The first word is for whoever carries answers from one process to another.
  private static final long STATUS = 0x08;

  private static final long RESULT = 0x10;
  private static final long RANGE_START = 0x30;
  private static final long RANGE_BYTES = 0x38;

  private static final long HOST = 0x70;
  private static final long FRAMES_LEFT = HOST + 48;
  private static final long EVENT_COUNT = HOST + 64;

  private static final long FRAMES = 0x200;
  private static final long EVENTS = 0x1000;
  private static final long EVENT_BYTES = 24;

  private final MemorySegment bytes;

  /// Creates the view of `bytes`, which must be [#SIZE_BYTES] long and start at a cache line.
  public HostBlock(MemorySegment bytes) {
    this.bytes = bytes;
  }

  /// Writes the fields that say where memory and tables lie.
  public void describe(Instance.Opening opening, long memoryBytes) {
    bytes.set(JAVA_INT, HOST, VERSION);
    bytes.set(JAVA_INT, HOST + 4, opening.levels());
    bytes.set(JAVA_LONG, HOST + 16, opening.start());
    bytes.set(JAVA_LONG, HOST + 24, memoryBytes);
    bytes.set(JAVA_LONG, HOST + 32, opening.root());
    bytes.set(JAVA_LONG, HOST + 72, EventLog.EVENT_COUNT_MAX);
  }

  /// Writes the addresses that the adapter finds memory, frames and events at; returns that of the
  /// host. This must be done in the adapter's process.
  public long connect(long memoryAddress) {
    bytes.set(JAVA_LONG, HOST + 8, memoryAddress);
    bytes.set(JAVA_LONG, HOST + 40, bytes.address() + FRAMES);
    bytes.set(JAVA_LONG, HOST + 56, bytes.address() + EVENTS);
    return bytes.address() + HOST;
  }

  /// Zeroes the result and returns its address, for an adapter in this process.
  public long clearResult() {
    setResult(0, 0, 0, 0);
    bytes.set(JAVA_INT, RESULT + 28, 0);
    return bytes.address() + RESULT;
  }

  /// Returns the number of levels.
  public int levels() {
    return bytes.get(JAVA_INT, HOST + 4);
  }

  /// Returns the physical address of the memory's first byte.
  public long memoryStart() {
    return bytes.get(JAVA_LONG, HOST + 16);
  }

  /// Returns the physical address of the top table.
  public long root() {
    return bytes.get(JAVA_LONG, HOST + 32);
  }

  @Override
  public long framesLeft() {
    return bytes.get(JAVA_LONG, FRAMES_LEFT);
  }

  /// A line that already says so is not written, since the other process would have to fetch it
  /// again.
  @Override
  public void setFramesLeft(long count) {
    setIfOther(FRAMES_LEFT, count);
  }

  /// Returns the frame at `index`; the one at `framesLeft() - 1` is the next.
  public long frame(int index) {
    return bytes.get(JAVA_LONG, FRAMES + 8L * checkedFrame(index));
  }

  @Override
  public void setFrame(int index, long frame) {
    setIfOther(FRAMES + 8L * checkedFrame(index), frame);
  }

  private static int checkedFrame(int index) {
    if (index < 0 || index >= FrameStock.WINDOW) {
      throw new IndexOutOfBoundsException(index);
    }
    return index;
  }

  @Override
  public long eventCount() {
    return bytes.get(JAVA_LONG, EVENT_COUNT);
  }

  @Override
  public void setEventCount(long count) {
    setIfOther(EVENT_COUNT, count);
  }

  private void setIfOther(long offset, long value) {
    if (bytes.get(JAVA_LONG, offset) != value) {
      bytes.set(JAVA_LONG, offset, value);
    }
  }

  @Override
  public long eventKind(int index) {
    return bytes.get(JAVA_LONG, EVENTS + index * EVENT_BYTES);
  }

  @Override
  public long eventA(int index) {
    return bytes.get(JAVA_LONG, EVENTS + index * EVENT_BYTES + 8);
  }

  @Override
  public long eventB(int index) {
    return bytes.get(JAVA_LONG, EVENTS + index * EVENT_BYTES + 16);
  }

  /// Sets event `index`.
  public void setEvent(int index, long kind, long a, long b) {
    var offset = EVENTS + index * EVENT_BYTES;
    bytes.set(JAVA_LONG, offset, kind);
    bytes.set(JAVA_LONG, offset + 8, a);
    bytes.set(JAVA_LONG, offset + 16, b);
  }

  /// Returns the status of the last answer.
  public long status() {
    return bytes.get(JAVA_LONG, STATUS);
  }

  /// Sets the status of an answer.
  public void setStatus(long status) {
    bytes.set(JAVA_LONG, STATUS, status);
  }

  /// Returns the result's frame.
  public long resultFrame() {
    return bytes.get(JAVA_LONG, RESULT);
  }

  /// Returns the result's flags.
  public long resultFlags() {
    return bytes.get(JAVA_LONG, RESULT + 8);
  }

  /// Returns the result's offset.
  public long resultOffset() {
    return bytes.get(JAVA_LONG, RESULT + 16);
  }

  /// Returns the code of the result's size.
  public int resultSize() {
    return bytes.get(JAVA_INT, RESULT + 24);
  }

  /// Returns the code of the result's flush.
  public int resultFlush() {
    return bytes.get(JAVA_INT, RESULT + 28);
  }

  /// Sets the whole result.
  public void setResult(long frame, long flags, long offset, int size) {
    bytes.set(JAVA_LONG, RESULT, frame);
    bytes.set(JAVA_LONG, RESULT + 8, flags);
    bytes.set(JAVA_LONG, RESULT + 16, offset);
    bytes.set(JAVA_INT, RESULT + 24, size);
  }

  /// Sets the flush of the result, with the range that only mappers in Java can name.
  public void setFlush(int code, long address, long rangeBytes) {
    bytes.set(JAVA_INT, RESULT + 28, code);
    bytes.set(JAVA_LONG, RANGE_START, address);
    bytes.set(JAVA_LONG, RANGE_BYTES, rangeBytes);
  }

  /// Returns the first address of the range to be flushed.
  public long rangeStart() {
    return bytes.get(JAVA_LONG, RANGE_START);
  }

  /// Returns the bytes of the range to be flushed.
  public long rangeBytes() {
    return bytes.get(JAVA_LONG, RANGE_BYTES);
  }
}
