/// The driver for JUnit: a class for third parties to extend, which reports one test per
/// requirement. Depends on the engine and on records.
@NullMarked
package org.pagetck.properties.junit;

import org.jspecify.annotations.NullMarked;
