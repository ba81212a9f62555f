import SQLite

extension HistoryFile {
  /// Records what a report publishes, all of it or nothing.
  ///
  /// An observation whose value, unit, interval or reason to be missing is not that published for the same report
  /// and key is a revision. Once declared, it is added as a new version; a value with another status or label alone
  /// needs no declaration. Observations that do not differ are not written again, but remembered as published by
  /// this recording too.
  package func record(
    _ recording: Recording, _ observations: [RecordedObservation], revisions: Revisions = .refused
  ) throws(HistoryError) -> RecordingOutcome {
    let duplicates = duplicateKeys(observations)
    guard duplicates.isEmpty else { throw .duplicates(duplicates) }
    return try writing { () throws(HistoryError) in
      try add(recording, observations, revisions)
    }
  }

  private func add(
    _ recording: Recording, _ observations: [RecordedObservation], _ revisions: Revisions
  ) throws(HistoryError) -> RecordingOutcome {
    let published = try lastVersions(of: recording.report)
    let changes = observations.compactMap { observation -> ObservationChange? in
      guard let before = published[observation.key]?.observation else {
        return ObservationChange([.new], before: nil, after: observation)
      }
      let aspects = aspects(from: before, to: observation)
      return aspects.isEmpty ? nil : ObservationChange(aspects, before: before, after: observation)
    }

    let revised = changes.filter { $0.aspects.contains(where: \.isRevision) }
    guard revised.isEmpty || revisions != .refused else { throw .undeclaredRevisions(revised) }
    if changes.isEmpty,
      let number = try sameRecording(recording, observations.compactMap { published[$0.key]?.id })
    {
      return .alreadyRecorded(number: number)
    }

    let number = try insert(recording, reason: revised.isEmpty ? nil : revisions.reason)
    let changed = Set(changes.compactMap(\.after?.key))
    for (place, observation) in observations.enumerated() {
      let known = published[observation.key]
      let id: Int64
      if let known, !changed.contains(observation.key) {
        id = known.id
      } else {
        id = try insert(observation, version: (known?.version ?? 0) + 1, recording.report, number)
      }
      try insert(
        "INSERT INTO publication VALUES (?, ?, ?)", [.integer(number), .integer(Int64(place)), .integer(id)])
    }
    return .recorded(number: number, changes: changes)
  }

  private func duplicateKeys(_ observations: [RecordedObservation]) -> [ObservationKey] {
    var seen: Set<ObservationKey> = []
    return observations.map(\.key).filter { !seen.insert($0).inserted }
  }

  /// The last recording of the same report and period, if it published these observations and no others.
  private func sameRecording(_ recording: Recording, _ ids: [Int64]) throws(HistoryError) -> Int64? {
    let numbers = try rows(
      "SELECT max(number) FROM recording WHERE report = ? AND period = ?",
      [.text(recording.report), .text(recording.period)]
    ) { $0.integer(at: 0) }
    guard let number = numbers.first ?? nil else { return nil }
    let published = try rows(
      "SELECT observation FROM publication WHERE recording = ?", [.integer(number)]
    ) { $0.integer(at: 0) ?? 0 }
    return Set(published) == Set(ids) ? number : nil
  }

  private func insert(_ recording: Recording, reason: String?) throws(HistoryError) -> Int64 {
    try insert(
      """
      INSERT INTO recording(report, title, period, moment, data_digest, tool_version, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(recording.report), .text(recording.title), .text(recording.period), .text(recording.moment),
        .text(recording.dataDigest), .text(recording.toolVersion), .text(reason),
      ])
  }

  private func insert(
    _ observation: RecordedObservation, version: Int, _ report: String, _ recording: Int64
  ) throws(HistoryError) -> Int64 {
    let (value, missing): (SQLiteValue, SQLiteValue) =
      switch observation.value {
      case .number(let number): (.number(number), .null)
      case .missing(let reason): (.null, .text(reason))
      }
    return try insert(
      """
      INSERT INTO observation(
        recording, report, indicator, population, period, version, label, value, missing, unit, decimals,
        status, low, high, source_digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(recording), .text(report), .text(observation.key.series.indicator),
        .text(observation.key.series.population), .text(observation.key.period), .integer(Int64(version)),
        .text(observation.label), value, missing, .text(observation.unit),
        observation.decimals.map { .integer(Int64($0)) } ?? .null, .text(observation.status.rawValue),
        observation.bounds.map { .number($0.low) } ?? .null,
        observation.bounds.map { .number($0.high) } ?? .null, .text(observation.sourceDigest),
      ])
  }
}

extension Revisions {
  fileprivate var reason: String? {
    switch self {
    case .refused: nil
    case .declared(let reason): reason
    }
  }
}

extension SQLiteValue {
  fileprivate static func text(_ text: String?) -> SQLiteValue { text.map { .text($0) } ?? .null }
}
