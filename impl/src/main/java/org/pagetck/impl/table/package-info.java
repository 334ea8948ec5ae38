/// Tables to look at and to edit: views, entries, the walk of a library user, and windows through
/// which tables are reached. Depends on the model only.
@NullMarked
package org.pagetck.impl.table;

import org.jspecify.annotations.NullMarked;
