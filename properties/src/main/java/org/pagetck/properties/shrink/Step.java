package org.pagetck.properties.shrink;

/// One way to make a trace smaller. A run that finds nothing has attempted every candidate that the
/// step knows.
@FunctionalInterface
interface Step {
  /// Attempts its candidates, going on from each that succeeds.
  void run(Search search);
}
