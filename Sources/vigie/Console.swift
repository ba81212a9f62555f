import Diagnostics
import Foundation
import Pipeline

/// Says to people or programs what a command finds and does.
struct Console {
  let options: CommonOptions

  /// Runs a command's work on a report and reports what is found, whether it ends well or not.
  ///
  /// - Parameter work: what to do; it may read what the pipeline has found so far before it writes anything.
  func run(_ typed: String, _ work: (inout Pipeline, SpecLocation) throws -> Void) throws {
    guard let location = SpecLocation(typed: typed) else {
      say(.error(.noReport(typed), at: nil, hints: [.reportIsSpecOrFolder]))
      throw Ending.commandLineWrong
    }
    try perform {
      var pipeline = Pipeline(
        location, fonts: try options.fontShelf(), themes: options.themeShelf(),
        settings: options.settings.map { ($0.name, $0.value) },
        environment: ProcessInfo.processInfo.environment)
      try work(&pipeline, location)
    }
  }

  /// Runs a command's work and turns what it throws into diagnostics and an ending.
  func perform(_ work: () throws -> Void) throws {
    do {
      try work()
      try flushStandardOutput()
    } catch let errors as AuthorErrors {
      say(errors.diagnostics)
      throw Ending.reportWrong
    } catch let error as MachineError {
      say(.error(Diagnostic.Message("machine", fr: error.message.french, en: error.message.english), at: nil))
      throw Ending.machineFailed
    } catch let error as UnknownFigure {
      say(.error(.noFigure(error.name), at: nil, hints: .suggestion(for: error.name, among: error.known)))
      throw Ending.commandLineWrong
    } catch let error as UnknownReference {
      say(.error(.noNumber(error.text), at: nil, hints: .suggestion(for: error.text, among: error.known)))
      throw Ending.commandLineWrong
    } catch let error as UndeclaredRevisions {
      say(.error(.undeclared(error.path, error.changes.count), at: nil, hints: error.hints))
      for change in error.changes {
        say(.warning(.wouldChange(change.text(in: .french), change.text(in: .english)), at: nil))
      }
      throw Ending.reportWrong
    } catch let error as UnknownParameter {
      say(.error(.noParameter(error.name), at: nil, hints: .suggestion(for: error.name, among: error.known)))
      throw Ending.commandLineWrong
    } catch let ending as Ending {
      throw ending
    } catch {
      say(.error(Diagnostic.Message("machine", fr: "\(error)", en: "\(error)"), at: nil))
      throw Ending.machineFailed
    }
  }

  /// Reports warnings; with `--warnings-as-errors` they end the run before anything is written.
  func settle(_ diagnostics: DiagnosticCollector) throws {
    say(diagnostics.diagnostics)
    if options.warningsAsErrors && !diagnostics.diagnostics.isEmpty { throw Ending.reportWrong }
  }

  /// How many findings people are shown: nobody mends more before trying again. Programs get all.
  private static let enough = 60

  private func say(_ diagnostics: [Diagnostic]) {
    guard !options.json, diagnostics.count > Self.enough else { return diagnostics.forEach(say) }
    diagnostics.prefix(Self.enough).forEach(say)
    say(.warning(.andMore(diagnostics.count - Self.enough), at: nil))
  }

  func say(_ diagnostic: Diagnostic) {
    if options.json {
      if let line = try? diagnostic.json(in: options.language) { print(line) }
    } else {
      let text = diagnostic.text(in: options.language, colored: options.isColored)
      FileHandle.standardError.write(Data((text + "\n").utf8))
    }
  }

  /// Says which files were written.
  func say(_ files: [OutputFile]) throws {
    for file in files {
      if options.json {
        summary(Written(type: "written", path: file.path, bytes: try file.content.count()))
      } else if !options.quiet {
        print(file.path)
      }
    }
  }

  func summary(_ summary: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if let line = try? encoder.encode(summary) { print(String(decoding: line, as: UTF8.self)) }
  }

  private struct Written: Encodable {
    let type: String
    let path: String
    let bytes: Int
  }
}

extension Diagnostic.Message {
  fileprivate static func noReport(_ path: String) -> Self {
    Self("no-report", fr: "pas de rapport « \(path) »", en: "no report “\(path)”")
  }
  fileprivate static func undeclared(_ path: String, _ count: Int) -> Self {
    Self(
      "undeclared-revision",
      fr:
        "rien n’est enregistré dans « \(path) » : \(count) valeur\(count < 2 ? " déjà publiée changerait" : "s déjà publiées changeraient")",
      en: "nothing is recorded in “\(path)”: \(count) published value\(count == 1 ? "" : "s") would change")
  }
  fileprivate static func wouldChange(_ french: String, _ english: String) -> Self {
    Self("would-change", fr: french, en: english)
  }
  fileprivate static func andMore(_ count: Int) -> Self {
    Self("and-more", fr: "et \(count) autres messages", en: "and \(count) more messages")
  }
  fileprivate static func noNumber(_ text: String) -> Self {
    Self(
      "no-number", fr: "pas de nombre « \(text) » dans ce rapport", en: "no number “\(text)” in this report")
  }
  fileprivate static func noParameter(_ name: String) -> Self {
    Self(
      "no-parameter", fr: "ce rapport n’a pas de paramètre « \(name) »",
      en: "this report has no parameter “\(name)”")
  }
  fileprivate static func noFigure(_ name: String) -> Self {
    Self(
      "no-figure", fr: "pas de figure « \(name) » dans ce rapport", en: "no figure “\(name)” in this report")
  }
}

extension Diagnostic.Hint {
  fileprivate static let reportIsSpecOrFolder = Self(
    fr: "donnez un fichier .yml, ou un dossier qui contient report.yml",
    en: "give a .yml file, or a folder that holds report.yml")
}
