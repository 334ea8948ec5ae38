/// Tests of the programs that show a finding without the suite.
@NullMarked
package org.pagetck.reports.reproduce;

import org.jspecify.annotations.NullMarked;
