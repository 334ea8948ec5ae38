package org.pagetck.properties.record;

import io.avaje.jsonb.Json;

/// What `shrink --json` prints.
///
/// @param before how many lines the trace had
/// @param after how many are left
/// @param certified whether no smaller trace was found in one full pass of the shrinker
/// @param trace the text of what is left
/// @param requirement id of the primary requirement that it violates
/// @param fingerprint names the defect
@Json
public record ShrinkRecord(
    int before,
    int after,
    boolean certified,
    String trace,
    String requirement,
    String fingerprint) {}
