/// Tests of the package of the same name.
@NullMarked
package org.pagetck.reports.merge;

import org.jspecify.annotations.NullMarked;
