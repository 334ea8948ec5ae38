package org.pagetck.model.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PhysAddr;

/// What a trace starts from.
///
/// @param overrides declaration keys that the trace sets, in order, each with the text of its
///   value; an absent key leaves the choice to whoever runs the trace. Only `levels` is looked into
///   here
/// @param memoryStart physical address of the first byte of the memory: a multiple of 4 KiB, not 0
/// @param memoryBytes its length: a multiple of 4 KiB from [#MEMORY_MIN] to [#MEMORY_MAX]
/// @param order how frames are handed out
/// @param frameSeed what order and contents are drawn from
/// @param contents what frames hold when they are handed out
public record Setup(
    Map<String, String> overrides,
    long memoryStart,
    long memoryBytes,
    FrameOrder order,
    long frameSeed,
    FrameContents contents) {
  /// The key that names the contract.
  public static final String CONTRACT = "contract";

  /// The key that sets the number of levels.
  public static final String LEVELS = "levels";

  /// The smallest memory, in bytes.
  public static final long MEMORY_MIN = 1L << 20;

  /// The largest memory, in bytes.
  public static final long MEMORY_MAX = 1L << 32;

  /// What holds where a trace says nothing: no overrides, 64 MiB from 4 GiB, frames ascending, seed
  /// 0, dirty.
  public static final Setup DEFAULT =
      new Setup(Map.of(), 1L << 32, 64L << 20, FrameOrder.ASCENDING, 0, FrameContents.DIRTY);

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern VALUE = Pattern.compile("[!-~&&[^#]][!-~]*( [!-~&&[^#]][!-~]*)*");

  /// Copies the overrides and checks everything but the meaning of their values.
  ///
  /// @throws IllegalArgumentException if a bound above does not hold, a key or value could not
  ///   stand in a trace file, or `levels` is neither 4 nor 5
  public Setup {
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    overrides.forEach(Setup::requireOverride);
    if (!isMemory(memoryStart, memoryBytes)) {
      throw new IllegalArgumentException(
          "no memory: 0x%x, %d bytes".formatted(memoryStart, memoryBytes));
    }
  }

  private static void requireOverride(String key, String value) {
    if (!isOverride(key, value)) {
      throw new IllegalArgumentException("no override: %s %s".formatted(key, value));
    }
  }

  /// Tells whether `key` may be set to `value`: a key of lower-case letters, digits and dashes that
  /// is no word of a trace line, a value of visible ASCII words joined by single blanks, none
  /// beginning with `#`; for `levels`, 4 or 5.
  public static boolean isOverride(String key, String value) {
    return KEY.matcher(key).matches()
        && !LineText.WORDS.contains(key)
        && !SetupText.WORDS.contains(key)
        && VALUE.matcher(value).matches()
        && (!key.equals(LEVELS) || value.equals("4") || value.equals("5"));
  }

  /// Tells whether memory may lie there.
  public static boolean isMemory(long start, long bytes) {
    return start > 0
        && bytes >= MEMORY_MIN
        && bytes <= MEMORY_MAX
        && (start | bytes) % Levels.TABLE_BYTES == 0
        && start <= (1L << PhysAddr.WIDTH_MAX) - bytes;
  }

  /// Returns the name of the contract, `strict` where none is set.
  public String contract() {
    return overrides.getOrDefault(CONTRACT, "strict");
  }

  /// Returns the number of levels, 4 where none is set.
  public int levels() {
    return Integer.parseInt(overrides.getOrDefault(LEVELS, "4"));
  }

  /// Returns this setup with `key` set to `value`, in its old place or last.
  ///
  /// @throws IllegalArgumentException if [#isOverride] does not hold
  public Setup with(String key, String value) {
    var changed = new LinkedHashMap<>(overrides);
    changed.put(key, value);
    return withOverrides(changed);
  }

  /// Returns this setup without `key`.
  public Setup without(String key) {
    var changed = new LinkedHashMap<>(overrides);
    changed.remove(key);
    return withOverrides(changed);
  }

  /// Returns this setup with other overrides.
  public Setup withOverrides(Map<String, String> others) {
    return new Setup(others, memoryStart, memoryBytes, order, frameSeed, contents);
  }

  /// Returns this setup with another memory.
  public Setup withMemory(long start, long bytes) {
    return new Setup(overrides, start, bytes, order, frameSeed, contents);
  }

  /// Returns this setup with frames handed out otherwise.
  public Setup withFrames(FrameOrder otherOrder, long seed, FrameContents otherContents) {
    return new Setup(overrides, memoryStart, memoryBytes, otherOrder, seed, otherContents);
  }
}
