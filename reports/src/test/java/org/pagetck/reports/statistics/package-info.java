/// Tests of the package of the same name.
@NullMarked
package org.pagetck.reports.statistics;

import org.jspecify.annotations.NullMarked;
