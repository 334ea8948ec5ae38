/// Comparison with committed files. Depends on nothing of the project.
@NullMarked
package org.pagetck.reports.golden;

import org.jspecify.annotations.NullMarked;
