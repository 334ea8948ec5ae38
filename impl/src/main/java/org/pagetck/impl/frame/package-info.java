/// Allocators of 4 KiB frames for tables: stocks in several orders, full of old bytes, and one that
/// runs dry. Depends on the model only.
@NullMarked
package org.pagetck.impl.frame;

import org.jspecify.annotations.NullMarked;
