/// The rules of the whole code base that a compiler does not check: directions between packages,
/// boundaries of libraries, habits of the sources. Depends on compiled classes and source files of
/// all modules, as data.
@NullMarked
package org.pagetck.architecture;

import org.jspecify.annotations.NullMarked;
