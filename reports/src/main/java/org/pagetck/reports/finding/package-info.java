/// Reports on single findings, rendered from their evidence. Never runs a mapper; depends on the
/// model and on the records of a run.
@NullMarked
package org.pagetck.reports.finding;

import org.jspecify.annotations.NullMarked;
