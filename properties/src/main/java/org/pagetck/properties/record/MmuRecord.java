package org.pagetck.properties.record;

import io.avaje.jsonb.Json;

/// One MMU, as `mmu --json` lists it.
///
/// @param name its name: `unicorn`, `kvm`
/// @param available whether it is at hand on this machine
/// @param reason why it is not, or what it cannot be asked, or empty
/// @param questions how many questions the page walk and it both answered
/// @param disagreements how many of them differently
@Json
public record MmuRecord(
    String name, boolean available, String reason, long questions, long disagreements) {}
