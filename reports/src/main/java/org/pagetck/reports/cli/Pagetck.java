package org.pagetck.reports.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `pagetck`: judges page-table mappers.
@Command(
    name = "pagetck",
    description = "Judges page-table mappers.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Pagetck {
  private Pagetck() {}

  /// Runs the command line and ends the process with its exit status: 2 where the arguments are
  /// wrong.
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Pagetck()).execute(arguments));
  }
}
