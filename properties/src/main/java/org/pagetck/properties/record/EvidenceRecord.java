package org.pagetck.properties.record;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Evidence;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RunResult;

/// The file `evidence.json` in the folder of a finding: all that a report says, so that it can be
/// written without running a mapper.
///
/// @param pagetck version of the suite
/// @param format version of these files
/// @param subject how the command line names the subject
/// @param options what else the command line needs to run it, such as `--contract FILE`, or empty
/// @param name the mapper's name, or empty
/// @param version the mapper's version, or empty
/// @param url where the mapper is to be found, or empty
/// @param contract the named contract under `contract`, then each key that differs from it
/// @param seed in hex
/// @param finding what the summary says of it
/// @param machine what decides the meaning of an entry
/// @param trace the text of the shrunk trace
/// @param steps each line of the trace with what was owed and given
/// @param accusations what each violated requirement was accused of, the primary one first
/// @param events takes, give-backs, stores and flushes of the last call, in order
/// @param before the tables before the last call
/// @param after the tables after it
/// @param diagnostics what the subject wrote to its error stream
@Json
public record EvidenceRecord(
    String pagetck,
    int format,
    String subject,
    String options,
    String name,
    String version,
    String url,
    Map<String, String> contract,
    String seed,
    SummaryRecord.FindingRow finding,
    MachineRow machine,
    String trace,
    List<StepRow> steps,
    List<AccusationRow> accusations,
    List<String> events,
    ImageRecord before,
    ImageRecord after,
    String diagnostics) {
  /// Copies the collections.
  public EvidenceRecord {
    contract = Ordered.copyOf(contract);
    steps = List.copyOf(steps);
    accusations = List.copyOf(accusations);
    events = List.copyOf(events);
  }

  /// What decides the meaning of an entry.
  ///
  /// @param physicalWidth bits of a physical address
  /// @param noExecute whether bit 63 means NO_EXECUTE
  /// @param memoryStart the first byte of the memory, in hex
  /// @param memoryBytes its length
  @Json
  public record MachineRow(
      int physicalWidth, boolean noExecute, String memoryStart, long memoryBytes) {
    /// Returns the first byte of the memory.
    public long memoryStartAddress() {
      return Hex.parse(memoryStart);
    }
  }

  /// One line of the trace.
  ///
  /// @param line its text
  /// @param owed the owed answer, empty for events of the host
  /// @param given the given answer, empty for events of the host
  @Json
  public record StepRow(String line, String owed, String given) {}

  /// One accusation.
  ///
  /// @param requirement id of the requirement
  /// @param divergence the kind of divergence
  /// @param evidence what was owed and what was there
  @Json
  public record AccusationRow(String requirement, String divergence, String evidence) {}

  /// Returns the record of `finding`, which is one of those of `result`.
  ///
  /// @param options what else than the subject the command line needs to run it
  public static EvidenceRecord of(
      RunResult result, Finding finding, String suiteVersion, String options) {
    var declaration = result.declaration();
    var evidence = finding.evidence();
    return new EvidenceRecord(
        suiteVersion,
        SummaryRecord.FORMAT,
        result.subject(),
        options,
        declaration.name().orElse(""),
        declaration.version().orElse(""),
        declaration.url().orElse(""),
        declaration.overrides(),
        Hex.of(result.seed()),
        SummaryRecord.FindingRow.of(finding),
        machine(result, finding),
        TraceText.print(finding.trace()),
        evidence.steps().stream().map(EvidenceRecord::row).toList(),
        evidence.accusations().stream().map(EvidenceRecord::row).toList(),
        evidence.events(),
        ImageRecord.of(evidence.before()),
        ImageRecord.of(evidence.after()),
        evidence.diagnostics());
  }

  /// Returns this record with another row for what the summary says.
  public EvidenceRecord withFinding(SummaryRecord.FindingRow row) {
    return new EvidenceRecord(
        pagetck,
        format,
        subject,
        options,
        name,
        version,
        url,
        contract,
        seed,
        row,
        machine,
        trace,
        steps,
        accusations,
        events,
        before,
        after,
        diagnostics);
  }

  private static MachineRow machine(RunResult result, Finding finding) {
    var contract = result.declaration().contract();
    var setup = finding.trace().setup();
    return new MachineRow(
        contract.physicalWidth(),
        contract.noExecute(),
        Hex.of(setup.memoryStart()),
        setup.memoryBytes());
  }

  private static StepRow row(Evidence.StepEvidence step) {
    return new StepRow(step.line(), step.owed(), step.given());
  }

  private static AccusationRow row(Evidence.Accused accused) {
    return new AccusationRow(accused.requirement(), accused.divergence(), accused.evidence());
  }

  /// Returns the primary requirement, or nothing where this suite does not know it.
  public Optional<Requirement> requirement() {
    return Requirement.byId(finding.requirement());
  }
}
