package org.pagetck.model.verdict;

import org.pagetck.model.requirement.Requirement;

/// What a run says of one requirement.
///
/// @param requirement which
/// @param verdict the verdict
/// @param exercised how often it was exercised
/// @param reason why it is not applicable, not exercised or errored; else empty
public record RequirementResult(
    Requirement requirement, Verdict verdict, long exercised, String reason) {}
