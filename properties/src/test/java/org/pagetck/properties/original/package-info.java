/// Compares `mapped-2019` with the library that it is to equal.
@NullMarked
package org.pagetck.properties.original;

import org.jspecify.annotations.NullMarked;
