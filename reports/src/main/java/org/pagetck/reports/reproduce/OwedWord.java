package org.pagetck.reports.reproduce;

/// An entry that is owed another word than it holds after the last call.
///
/// @param level its level
/// @param address the first virtual address that it covers
/// @param mask the bits that are compared: those of a link without its address, which the mapper
///   chooses
/// @param owed what they are owed to be
/// @param given what they were
record OwedWord(int level, long address, long mask, long owed, long given) {}
