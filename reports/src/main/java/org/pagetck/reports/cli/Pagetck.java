package org.pagetck.reports.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The command `pagetck`: judges page-table mappers.
@Command(
    name = "pagetck",
    description = {
      "Judges page-table mappers: runs random calls on a mapper beside a model of it, and shrinks"
          + " what goes wrong to the smallest trace.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CheckCommand.class,
      DiscoverCommand.class,
      CompareCommand.class,
      ReplayCommand.class,
      ShrinkCommand.class,
      ExhaustCommand.class,
      RequirementsCommand.class,
      SubjectsCommand.class,
      NewCommand.class,
      MmuCommand.class,
      FaultsCommand.class,
      ReportCommand.class,
      HelpCommand.class,
    },
    footer = {
      "",
      "Examples:",
      "  pagetck check                            judge the built-in mapper",
      "  pagetck check native:target/libacme.so   judge a library with the C interface",
      "  pagetck replay trace.txt native:libacme.so",
      "  pagetck requirements MAP-01              what a requirement says, and what to check first",
      "",
      "Exit status:",
      "  0  conforms",
      "  1  findings",
      "  2  wrong usage, or input that cannot be read",
      "  3  the subject, its adapter or the suite failed: nothing is known of the mapper",
      "  4  inconclusive: a requirement was not exercised enough",
    })
public final class Pagetck {
  private Pagetck() {}

  /// Runs the command line and ends the process with its exit status.
  public static void main(String[] arguments) {
    System.exit(run(arguments, writer(FileDescriptor.out), writer(FileDescriptor.err)));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }

  /// Runs the command line; returns the exit status.
  static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    return run(line(out, err), arguments);
  }

  /// Returns the command line that writes to `out` and `err`.
  static CommandLine line(PrintWriter out, PrintWriter err) {
    var terminal = Terminal.ofProcess();
    var line = new CommandLine(new Pagetck());
    line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.optionsMap().containsKey("--help"))
        .forEach(Pagetck::addHelp);
    line.setOut(out);
    line.setErr(err);
    line.setUsageHelpWidth(Math.min(terminal.columns(), 100));
    var colours = terminal.outIsTerminal() && terminal.colours();
    line.setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF));
    line.setParameterExceptionHandler(Complaints::ofArguments);
    line.setExecutionExceptionHandler(
        (failure, command, _) -> Complaints.ofExecution(failure, command));
    return line;
  }

  private static void addHelp(CommandSpec command) {
    command.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help message and exit.")
            .build());
  }

  /// Runs `line` with `arguments`; returns the exit status.
  static int run(CommandLine line, String... arguments) {
    try {
      return line.execute(arguments);
    } catch (Error e) {
      return Complaints.unexpected(e, line);
    } finally {
      line.getOut().flush();
      line.getErr().flush();
    }
  }
}
