package org.pagetck.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pagetck.properties.subject.SubjectFailedException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one sentence on standard error why a command did not come to its end.
final class Complaints {
  private Complaints() {}

  /// Complains about arguments that cannot be read; returns the exit status.
  static int ofArguments(ParameterException complaint, String[] arguments) {
    var line = complaint.getCommandLine();
    if (complaint.getCause() instanceof UsageException usage) {
      return say(line, usage.getMessage(), ExitStatus.USAGE);
    }
    if (arguments.length == 0) {
      line.usage(line.getErr());
      return ExitStatus.USAGE;
    }
    var sentence =
        complaint instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched.getUnmatched().getFirst(), line)
            : message(complaint);
    var name = line.getCommandSpec().qualifiedName();
    return say(line, "%s; %s --help says more".formatted(sentence, name), ExitStatus.USAGE);
  }

  private static String message(ParameterException complaint) {
    return String.valueOf(complaint.getMessage())
        .replaceFirst("^(Error|ERROR): ", "")
        .replaceFirst("^Invalid value for option '(.*?)': ", "$1: ")
        .replaceFirst(" is not an? (long|int)$", " is no whole number")
        .replaceAll("\\s+", " ");
  }

  private static String unmatched(String word, CommandLine line) {
    if (word.startsWith("-")) {
      var options = line.getCommandSpec().optionsMap().keySet();
      return "there is no option %s%s".formatted(word, Nearest.hint(word, options));
    }
    var commands = line.getSubcommands().keySet();
    return commands.isEmpty()
        ? "%s is one argument too many".formatted(word)
        : "there is no command %s%s".formatted(word, Nearest.hint(word, commands));
  }

  /// Complains about what ended a command; returns the exit status.
  static int ofExecution(Exception failure, CommandLine line) {
    return switch (failure) {
      case UsageException usage -> say(line, usage.getMessage(), ExitStatus.USAGE);
      case IOException io -> say(line, "cannot write: " + io, ExitStatus.USAGE);
      case SubjectFailedException subject -> say(line, subject.getMessage(), ExitStatus.FAILED);
      default -> unexpected(failure, line);
    };
  }

  private static int say(CommandLine line, @Nullable String sentence, int status) {
    line.getErr().println("pagetck: " + String.valueOf(sentence).replaceAll("\\p{Cntrl}", "?"));
    return status;
  }

  /// Says that the suite itself failed, and leaves the stack trace in a file.
  static int unexpected(Throwable failure, CommandLine line) {
    var trace = new StringWriter();
    var writer = new PrintWriter(trace);
    writer.println(Version.text());
    failure.printStackTrace(writer);
    var place =
        leave(trace.toString(), line)
            .map(file -> "please report it with the file " + file)
            .orElse("and its stack trace could not be written");
    return say(
        line,
        "an error of the suite itself, not of the mapper: %s; %s".formatted(failure, place),
        ExitStatus.FAILED);
  }

  private static Optional<Path> leave(String text, CommandLine line) {
    try {
      return Optional.of(
          line.getCommand() instanceof LeavesErrors command
              ? command.directory().writeError(text)
              : Files.writeString(Files.createTempFile("pagetck-error-", ".txt"), text));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
