/// Tests of the package of the same name.
@NullMarked
package org.pagetck.reports.allure;

import org.jspecify.annotations.NullMarked;
