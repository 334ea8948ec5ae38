package org.pagetck.properties.subject.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;

/// Lines on their way to a program, gathered until they are sent: the same letters as
/// [org.pagetck.model.trace.LineText] prints, without a text in between.
final class RequestBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
  private static final byte[][] NAMES = names();

  private byte[] bytes = new byte[4096];
  private int count;

  private static byte[][] names() {
    var names = new byte[Long.SIZE][];
    for (var bit = 0; bit < Long.SIZE; bit++) {
      var mask = 1L << bit;
      names[bit] =
          ((EntryFlags.ALL & mask) == 0 ? "" : new EntryFlags(mask).toString()).getBytes(US_ASCII);
    }
    return names;
  }

  /// Forgets what was gathered.
  void clear() {
    count = 0;
  }

  /// Returns how many bytes were gathered.
  int count() {
    return count;
  }

  /// Returns the bytes; those from [#count] on mean nothing.
  byte[] bytes() {
    return bytes;
  }

  /// Adds a line that is not part of a trace.
  RequestBytes line(String text) {
    return text(text).end();
  }

  /// Adds a call or a budget.
  ///
  /// @throws IllegalArgumentException for a line that is for the host alone
  RequestBytes line(TraceLine line) {
    switch (line) {
      case TraceLine.Call(var operation) -> operation(operation);
      case TraceLine.Budget budget ->
          text("budget ").text(budget.isAll() ? "all" : Integer.toString(budget.frames()));
      case TraceLine.HostEvent event ->
          throw new IllegalArgumentException("no program is told of " + event);
    }
    return end();
  }

  private void operation(Operation operation) {
    switch (operation) {
      case Operation.Map(var page, var size, var frame, var flags) ->
          text("map ").text(size.text()).hex(page).hex(frame).flags(flags);
      case Operation.MapWithTableFlags(var page, var size, var frame, var flags, var table) ->
          text("map ").text(size.text()).hex(page).hex(frame).flags(flags).tableFlags(table);
      case Operation.Unmap(var page, var size) -> text("unmap ").text(size.text()).hex(page);
      case Operation.UpdateFlags(var page, var size, var flags) ->
          text("update-flags ").text(size.text()).hex(page).flags(flags);
      case Operation.TranslatePage(var page, var size) ->
          text("translate-page ").text(size.text()).hex(page);
      case Operation.Translate(var address) -> text("translate").hex(address);
      case Operation.Clear(var page, var size) -> text("clear ").text(size.text()).hex(page);
      case Operation.SetTableFlags(var address, var level, var flags) ->
          text("set-table-flags")
              .hex(address)
              .text(" level=")
              .text(Integer.toString(level))
              .flags(flags);
      case Operation.CleanUp(var first, var last) -> text("clean-up").hex(first).hex(last);
    }
  }

  private RequestBytes tableFlags(EntryFlags flags) {
    text(" table=");
    names(flags);
    return this;
  }

  private RequestBytes flags(EntryFlags flags) {
    text(" ");
    names(flags);
    return this;
  }

  private void names(EntryFlags flags) {
    if (flags.bits() == 0) {
      text("-");
      return;
    }
    for (var rest = flags.bits(); rest != 0; rest &= rest - 1) {
      var name = NAMES[Long.numberOfTrailingZeros(rest)];
      reserve(name.length + 1);
      System.arraycopy(name, 0, bytes, count, name.length);
      count += name.length;
      bytes[count++] = '|';
    }
    count--;
  }

  private RequestBytes hex(long value) {
    reserve(3 + 16);
    bytes[count++] = ' ';
    bytes[count++] = '0';
    bytes[count++] = 'x';
    var digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 3) / 4);
    for (var shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      bytes[count++] = HEX[(int) (value >>> shift) & 15];
    }
    return this;
  }

  @SuppressWarnings("deprecation") // every character is one byte here
  private RequestBytes text(String text) {
    reserve(text.length());
    text.getBytes(0, text.length(), bytes, count);
    count += text.length();
    return this;
  }

  private RequestBytes end() {
    reserve(1);
    bytes[count++] = '\n';
    return this;
  }

  private void reserve(int more) {
    if (count + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, count + more));
    }
  }
}
