/// A processor in software: loads and stores by virtual address, through the page walk and a cache
/// of translations that forgets only what it is told to. Depends on the model only.
@NullMarked
package org.pagetck.impl.processor;

import org.jspecify.annotations.NullMarked;
