/// Page-table mappers for whoever emulates, simulates or inspects x86-64 memory in Java. Depends on
/// the core and on the model.
@NullMarked
package org.pagetck.impl.mapper;

import org.jspecify.annotations.NullMarked;
