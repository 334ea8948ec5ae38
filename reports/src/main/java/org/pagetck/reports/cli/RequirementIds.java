package org.pagetck.reports.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.Stack;
import java.util.regex.Pattern;
import org.pagetck.model.requirement.Requirement;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Reads ids of requirements, separated by blanks or commas, and stops at the first word that is
/// none, which may be the subject.
final class RequirementIds implements IParameterConsumer {
  private static final Pattern ID = Pattern.compile("[A-Za-z]{2,4}-?[0-9]+");

  @Override
  @SuppressWarnings("JdkObsolete") // the interface wants a Stack
  public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
    Set<Requirement> chosen =
        option.getValue() instanceof Set<?> earlier ? copy(earlier) : new LinkedHashSet<>();
    if (words.isEmpty() || words.peek().startsWith("-")) {
      throw new CommandLine.ParameterException(
          command.commandLine(), "--requirement lacks an id, such as MAP-01");
    }
    do {
      for (var word : words.pop().split(",", -1)) {
        chosen.add(read(word));
      }
    } while (!words.isEmpty() && ID.matcher(words.peek().split(",", -1)[0]).matches());
    option.setValue(chosen);
  }

  private static Set<Requirement> copy(Set<?> earlier) {
    var chosen = new LinkedHashSet<Requirement>();
    earlier.stream().map(Requirement.class::cast).forEach(chosen::add);
    return chosen;
  }

  /// Returns the requirement called `id`, in letters of either case.
  ///
  /// @throws UsageException if there is none
  static Requirement read(String id) {
    return Requirement.byId(id.toUpperCase(Locale.ROOT))
        .orElseThrow(() ->
            new UsageException(
                "there is no requirement %s%s; pagetck requirements lists them"
                    .formatted(id, Nearest.hint(id, ids()))));
  }

  private static List<String> ids() {
    return Requirement.all().stream().map(Requirement::id).toList();
  }
}
