/// Tests of the package of the same name.
@NullMarked
package org.pagetck.reports.page;

import org.jspecify.annotations.NullMarked;
