package org.pagetck.properties.judge;

import org.pagetck.properties.observation.StepObservation;

/// Looks at one step and says which requirements it exercised and which it did not keep.
public interface Judge {
  /// Judges the step in `seen`.
  void judge(StepObservation seen, Verdicts verdicts);
}
