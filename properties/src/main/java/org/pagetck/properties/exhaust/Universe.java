package org.pagetck.properties.exhaust;

import java.util.List;
import java.util.stream.LongStream;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;

/// All that can happen in a search: from any state, any of the moves.
///
/// @param name what selects it
/// @param sentence what it holds, in words
/// @param setup the memory, its frames, the number of levels
/// @param moves the moves, in the order in which they are tried
public record Universe(String name, String sentence, Setup setup, List<Move> moves) {
  /// Copies the moves.
  public Universe {
    moves = List.copyOf(moves);
  }

  /// Returns how many moves there are from each state.
  public int moveCount() {
    return moves.size();
  }

  /// Returns the addresses that a processor accesses.
  long[] accessed() {
    return moves.stream()
        .flatMapToLong(move ->
            move.line() instanceof TraceLine.Access access
                ? LongStream.of(access.address())
                : LongStream.empty())
        .distinct()
        .toArray();
  }
}
