/// Programs that show a finding without the suite, written from its evidence: in C, in Java, in
/// Rust against the `x86_64` crate's own interface, and as lines for a process.
@NullMarked
package org.pagetck.reports.reproduce;

import org.jspecify.annotations.NullMarked;
