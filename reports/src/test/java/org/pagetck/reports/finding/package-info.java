/// Tests of the reports on single findings.
@NullMarked
package org.pagetck.reports.finding;

import org.jspecify.annotations.NullMarked;
