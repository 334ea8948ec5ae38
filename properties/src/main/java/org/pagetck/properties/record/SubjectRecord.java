package org.pagetck.properties.record;

import io.avaje.jsonb.Json;

/// One row of what `subjects --json` lists.
///
/// @param subject how the command line names it
/// @param sentence what it is
@Json
public record SubjectRecord(String subject, String sentence) {}
