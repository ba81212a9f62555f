/// What is recorded together: one report's observations at one time.
package struct Recording: Hashable, Sendable {
  package let report: String
  package let title: String
  /// The period that the report is about, as observations write theirs.
  package let period: String
  /// When it was recorded, as the caller's clock has it: `2026-11-25T02:26:00Z`.
  package let moment: String
  /// Of all data that the report read.
  package let dataDigest: String
  package let toolVersion: String

  package init(
    report: String, title: String, period: String, moment: String, dataDigest: String, toolVersion: String
  ) {
    self.report = report
    self.title = title
    self.period = period
    self.moment = moment
    self.dataDigest = dataDigest
    self.toolVersion = toolVersion
  }
}

/// A recording as the history has it.
package struct StoredRecording: Hashable, Sendable {
  /// Greater for each later one, from 1.
  package let number: Int64
  package let recording: Recording
  /// Why published values were revised, if any were.
  package let reason: String?
}

/// One of the values that were published for a key.
package struct Vintage: Hashable, Sendable {
  /// 1 for the first value published, 2 for the one that took its place.
  package let version: Int
  package let observation: RecordedObservation
  /// The recording that first published it.
  package let recording: StoredRecording
}

/// Whether a recording may revise what was published.
package enum Revisions: Hashable, Sendable {
  case refused
  case declared(reason: String)
}

package enum RecordingOutcome: Hashable, Sendable {
  /// The recording's number, and what is not as it was: new observations, and those with another version.
  case recorded(number: Int64, changes: [ObservationChange])
  /// Nothing was written: the recording with this number published the same.
  case alreadyRecorded(number: Int64)
}
