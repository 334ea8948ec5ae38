package org.pagetck.model.verdict;

/// How often one class of steps occurred.
///
/// @param operation the kind of operation
/// @param size the page size, or empty
/// @param decidedBy the state of the slot that decided, `ARGUMENTS` where the arguments did
/// @param level the level of that slot, 0 where the arguments decided
/// @param outcome the owed outcome: `ok` or a reason
/// @param count how often
/// @param traces in how many traces, which are drawn independently of one another
public record CoverageCount(
    String operation,
    String size,
    String decidedBy,
    int level,
    String outcome,
    long count,
    long traces) {}
