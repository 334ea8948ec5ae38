/// What several runs amount to: merged into one, and compared. Reads records, depends on
/// statistics.
@NullMarked
package org.pagetck.reports.merge;

import org.jspecify.annotations.NullMarked;
