package org.pagetck.properties.generate;

import java.util.List;
import org.pagetck.properties.choice.Choices;

/// What kind of trace is drawn: which operations prevail, what the host does, how long it gets.
/// Each trace draws one, so that rare combinations get traces of their own.
///
/// @param name what it stands for
/// @param weights of map, map with table flags, unmap, updateFlags, translatePage, translate,
///   clear, setTableFlags, cleanUp
/// @param hostEvents weights of: no event, plant, access, budget, change of flush policy
/// @param badArguments one call in so many gets a bad argument; 0 for never
/// @param lengthMax the longest trace, in lines
/// @param frames how large the numbers of frames are that a budget leaves
/// @param arbitraryBytes whether the host first writes words of any kind over the tables
public record Profile(
    String name,
    List<Integer> weights,
    List<Integer> hostEvents,
    int badArguments,
    int lengthMax,
    int frames,
    boolean arbitraryBytes) {

  private static final List<Profile> ALL =
      List.of(
          of("mixed", "8 2 6 5 3 4 2 2 1", "30 2 2 1 1", 16, 80),
          of("dense", "10 1 8 6 2 3 2 1 1", "60 0 1 0 1", 64, 160),
          of("lookups", "6 1 3 3 6 10 1 1 1", "30 1 2 0 0", 24, 60),
          of("starved", "12 4 4 2 1 1 1 1 2", "12 0 0 8 0", 32, 60),
          of("planted", "6 2 6 6 4 4 3 3 1", "8 5 1 1 0", 32, 40),
          of("arguments", "8 4 5 6 3 4 2 4 1", "40 1 1 1 0", 3, 40),
          of("emptied", "8 1 10 1 1 1 3 1 4", "40 1 1 2 2", 48, 120),
          of("short", "6 2 4 5 3 4 2 2 1", "10 3 2 2 1", 12, 8),
          new Profile(
              "arbitrary",
              List.of(4, 1, 4, 4, 4, 6, 2, 2, 0),
              List.of(1, 0, 0, 0, 0),
              0,
              16,
              0,
              true));

  /// Copies the lists.
  public Profile {
    weights = List.copyOf(weights);
    hostEvents = List.copyOf(hostEvents);
  }

  private static Profile of(
      String name, String weights, String hostEvents, int badArguments, int lengthMax) {
    return new Profile(
        name, numbers(weights), numbers(hostEvents), badArguments, lengthMax, 4, false);
  }

  private static List<Integer> numbers(String text) {
    return List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
  }

  /// Returns all profiles.
  public static List<Profile> all() {
    return ALL;
  }

  /// Draws a profile.
  static Profile draw(Choices choices) {
    return choices.pick(ALL);
  }
}
