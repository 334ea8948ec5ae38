/// The page of a run, `index.html`: one file that needs nothing else. Rendered from the records of
/// a run; depends on the model, the records and the statistics, and never runs a mapper.
@NullMarked
package org.pagetck.reports.page;

import org.jspecify.annotations.NullMarked;
