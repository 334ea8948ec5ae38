/// Tests of what a run leaves for other tools.
@NullMarked
package org.pagetck.reports.exchange;

import org.jspecify.annotations.NullMarked;
