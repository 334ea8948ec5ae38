/// The command line: parses arguments, starts the engine, prints verdicts, ends the process. The
/// only package that runs mappers from `reports`; nothing depends on it.
@NullMarked
package org.pagetck.reports.cli;

import org.jspecify.annotations.NullMarked;
