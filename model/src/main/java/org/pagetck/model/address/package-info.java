/// Addresses, pages, frames, page sizes and levels: values that are valid when they exist. Depends
/// on nothing.
@NullMarked
package org.pagetck.model.address;

import org.jspecify.annotations.NullMarked;
