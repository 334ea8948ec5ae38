package org.pagetck.reports.page;

/// One requirement as the page shows it.
///
/// @param id its id
/// @param sentence what holds
/// @param source where that comes from
/// @param checkFirst what to look at where it fails
/// @param strength how binding it is, in small letters
/// @param tone the verdict, as records spell it
/// @param verdict the verdict in words
/// @param exercised how often it was exercised
/// @param rate the interval of that rate, or empty
/// @param bound how often it may still fail, or empty
/// @param reason why it is neither held nor violated, or empty
public record RequirementView(
    String id,
    String sentence,
    String source,
    String checkFirst,
    String strength,
    String tone,
    String verdict,
    String exercised,
    String rate,
    String bound,
    String reason) {}
