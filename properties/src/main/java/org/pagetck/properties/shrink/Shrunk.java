package org.pagetck.properties.shrink;

import org.pagetck.model.trace.Trace;

/// What came of shrinking.
///
/// @param trace the smallest trace that was found; it fails alike, at its last line
/// @param certified whether a last pass over every step found nothing smaller; if not, the budget
///   ended first
/// @param runs how many traces were run
public record Shrunk(Trace trace, boolean certified, int runs) {}
