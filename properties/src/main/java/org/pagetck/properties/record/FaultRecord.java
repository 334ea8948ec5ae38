package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.List;

/// One faulty mapper, as `faults --json` lists it.
///
/// @param id its name in the catalogue
/// @param caught whether it was caught for its reason from every seed
/// @param by the requirements that the shrunk findings blame first, the most frequent before the
///   others; those that the same step violates stand in `also`
/// @param also what else the shrunk findings blame
/// @param seeds from how many seeds it was caught
/// @param operations how many operations it took until it was caught
/// @param shrunk calls of the longest shrunk trace; 0 where it was never caught
@Json
public record FaultRecord(
    String id,
    boolean caught,
    List<String> by,
    List<String> also,
    int seeds,
    Operations operations,
    int shrunk) {
  /// Copies the lists.
  public FaultRecord {
    by = List.copyOf(by);
    also = List.copyOf(also);
  }

  /// A number of operations over all seeds. -1 stands for more than were tried.
  ///
  /// @param median the middle number
  /// @param low the lower end of the interval of the median
  /// @param high its upper end
  @Json
  public record Operations(long median, long low, long high) {}
}
