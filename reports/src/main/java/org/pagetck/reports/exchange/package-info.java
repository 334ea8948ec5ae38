/// What a run leaves for other tools: results of tests, findings for hosts of code, a badge.
@NullMarked
package org.pagetck.reports.exchange;

import org.jspecify.annotations.NullMarked;
