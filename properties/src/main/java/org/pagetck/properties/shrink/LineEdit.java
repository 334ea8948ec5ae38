package org.pagetck.properties.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.trace.TraceLine;

/// A change of a line's arguments, each kind by a function of its own.
///
/// @param address for virtual addresses; the end of a range that reaches to the end of the space is
///   none
/// @param frame for frames and the places of pokes
/// @param word for what the host writes
/// @param size for page sizes
/// @param flags for flags and table flags
record LineEdit(
    LongUnaryOperator address,
    LongUnaryOperator frame,
    LongUnaryOperator word,
    UnaryOperator<PageSize> size,
    UnaryOperator<EntryFlags> flags) {
  private static final LongUnaryOperator SAME = LongUnaryOperator.identity();

  static LineEdit ofAddresses(LongUnaryOperator change) {
    return new LineEdit(change, SAME, SAME, UnaryOperator.identity(), UnaryOperator.identity());
  }

  static LineEdit ofFrames(LongUnaryOperator change) {
    return new LineEdit(SAME, change, SAME, UnaryOperator.identity(), UnaryOperator.identity());
  }

  static LineEdit ofWords(LongUnaryOperator change) {
    return new LineEdit(SAME, SAME, change, UnaryOperator.identity(), UnaryOperator.identity());
  }

  static LineEdit ofSizes(UnaryOperator<PageSize> change) {
    return new LineEdit(SAME, SAME, SAME, change, UnaryOperator.identity());
  }

  static LineEdit ofFlags(UnaryOperator<EntryFlags> change) {
    return new LineEdit(SAME, SAME, SAME, UnaryOperator.identity(), change);
  }

  /// Returns this change, made to frames as it is to addresses.
  LineEdit withFrames() {
    return new LineEdit(address, address, word, size, flags);
  }

  /// Returns the virtual addresses of `line`, from left to right.
  static List<Long> addresses(TraceLine line) {
    var addresses = new ArrayList<Long>();
    ofAddresses(noting(addresses)).apply(line);
    return addresses;
  }

  /// Returns the frames of `line`, and the place that it pokes.
  static List<Long> frames(TraceLine line) {
    var frames = new ArrayList<Long>();
    ofFrames(noting(frames)).apply(line);
    return frames;
  }

  /// Returns the words of `line`.
  static List<Long> words(TraceLine line) {
    var words = new ArrayList<Long>();
    ofWords(noting(words)).apply(line);
    return words;
  }

  private static LongUnaryOperator noting(List<Long> values) {
    return value -> {
      values.add(value);
      return value;
    };
  }

  /// Returns the flags of `line`, table flags last.
  static List<EntryFlags> flags(TraceLine line) {
    var sets = new ArrayList<EntryFlags>();
    ofFlags(
            set -> {
              sets.add(set);
              return set;
            })
        .apply(line);
    return sets;
  }

  /// Returns the changed line, or `line` itself where nothing changes.
  TraceLine apply(TraceLine line) {
    var changed = changed(line);
    return changed.equals(line) ? line : changed;
  }

  private TraceLine changed(TraceLine line) {
    return switch (line) {
      case TraceLine.Call(var operation) -> new TraceLine.Call(apply(operation));
      case TraceLine.Plant(var level, var at, var value) ->
          new TraceLine.Plant(level, address.applyAsLong(at), word.applyAsLong(value));
      case TraceLine.Poke(var at, var value) ->
          new TraceLine.Poke(frame.applyAsLong(at), word.applyAsLong(value));
      case TraceLine.Access(var at, var kind, var privilege) ->
          new TraceLine.Access(address.applyAsLong(at), kind, privilege);
      case TraceLine.Budget _, TraceLine.FlushPolicy _ -> line;
    };
  }

  private Operation apply(Operation operation) {
    return switch (operation) {
      case Operation.OnPage onPage ->
          onPage(onPage, address.applyAsLong(onPage.page()), size.apply(onPage.size()));
      case Operation.Translate(var at) -> new Operation.Translate(address.applyAsLong(at));
      case Operation.SetTableFlags(var at, var level, var set) ->
          new Operation.SetTableFlags(address.applyAsLong(at), level, flags.apply(set));
      case Operation.CleanUp(var first, var last) ->
          new Operation.CleanUp(
              address.applyAsLong(first),
              last == LineKey.EVERYTHING ? last : address.applyAsLong(last));
    };
  }

  private Operation onPage(Operation.OnPage operation, long page, PageSize newSize) {
    return switch (operation) {
      case Operation.Map map ->
          new Operation.Map(
              page, newSize, frame.applyAsLong(map.frame()), flags.apply(map.flags()));
      case Operation.MapWithTableFlags map ->
          new Operation.MapWithTableFlags(
              page,
              newSize,
              frame.applyAsLong(map.frame()),
              flags.apply(map.flags()),
              flags.apply(map.tableFlags()));
      case Operation.Unmap _ -> new Operation.Unmap(page, newSize);
      case Operation.UpdateFlags update ->
          new Operation.UpdateFlags(page, newSize, flags.apply(update.flags()));
      case Operation.TranslatePage _ -> new Operation.TranslatePage(page, newSize);
      case Operation.Clear _ -> new Operation.Clear(page, newSize);
    };
  }
}
