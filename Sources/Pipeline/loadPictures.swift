import Diagnostics
import DrawList
import Images
import Indicators

/// Reads the pictures of a report, of its cover and of its theme.
///
/// - Parameter folder: what the report's paths are relative to; a theme's own are whole.
/// - Throws: every file that is missing, or no picture, at the place that names it.
func loadPictures(
  of publication: Publication, in folder: String, into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> Pictures {
  var pictures = Pictures()
  let own = publication.body.flatMap(\.pictureFiles) + [publication.cover?.image].compactMap(\.self)
  let files = own.map { (name: $0, path: $0.value.hasPrefix("/") ? $0.value : folder + $0.value) }
  let logo = publication.theme.logo.map { [(name: $0.file, path: $0.file.value)] } ?? []
  for (name, path) in files + logo where pictures[name.value] == nil {
    guard let size = sizeOfFile(path), let bytes = size > largestFile ? [] : readFile(path) else {
      diagnostics.report(.error(.noPictureFile(name.value), at: name.place, hints: [.fromSpec]))
      continue
    }
    guard size <= largestFile else {
      diagnostics.report(
        .error(.pictureFileTooLarge(name.value, size), at: name.place, hints: [.makeSmaller]))
      continue
    }
    do {
      pictures[name.value] = try readPicture(bytes)
    } catch {
      report(error, of: name, into: &diagnostics)
    }
  }
  try diagnostics.throwIfErrors()
  return pictures
}

/// Larger than any picture that a page can show.
private let largestFile = 60_000_000

private func report(
  _ error: PictureError, of name: Located<String>, into diagnostics: inout DiagnosticCollector
) {
  let file = name.value
  switch error {
  case .notAPicture:
    diagnostics.report(.error(.notAPicture(file), at: name.place, hints: [.pictureForms]))
  case .broken(let reason):
    diagnostics.report(.error(.brokenPicture(file, reason), at: name.place, hints: [.exportAgain]))
  case .tooLarge(let width, let height):
    diagnostics.report(.error(.pictureTooLarge(file, width, height), at: name.place, hints: [.makeSmaller]))
  case .inks:
    diagnostics.report(.error(.pictureOfInks(file), at: name.place, hints: [.exportAsRGB]))
  case .unsupported(let what, _):
    diagnostics.report(.error(.unsupportedInSVG(file, what), at: name.place, hints: [.flattenSVG]))
  }
}

extension PublishedBlock {
  /// The files of the pictures in it, in order.
  fileprivate var pictureFiles: [Located<String>] {
    switch self {
    case .image(let image): [image.file]
    case .section(_, let body), .grid(_, _, let body), .arranged(_, let body): body.flatMap(\.pictureFiles)
    case .text, .callout, .keyFigures, .figure, .card, .directory, .pageBreak, .sources, .glossary: []
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func noPictureFile(_ file: String) -> Self {
    Self(
      "no-picture-file", fr: "l’image « \(file) » est introuvable ou illisible",
      en: "the picture “\(file)” cannot be found or read")
  }
  fileprivate static func notAPicture(_ file: String) -> Self {
    Self("not-a-picture", fr: "« \(file) » n’est pas une image", en: "“\(file)” is not a picture")
  }
  fileprivate static func brokenPicture(_ file: String, _ reason: String) -> Self {
    Self(
      "broken-picture", fr: "l’image « \(file) » est abîmée (\(reason))",
      en: "the picture “\(file)” is damaged (\(reason))")
  }
  fileprivate static func pictureTooLarge(_ file: String, _ width: Int, _ height: Int) -> Self {
    Self(
      "picture-too-large", fr: "l’image « \(file) » est trop grande : \(width) × \(height) pixels",
      en: "the picture “\(file)” is too large: \(width) × \(height) pixels")
  }
  fileprivate static func pictureFileTooLarge(_ file: String, _ size: Int) -> Self {
    Self(
      "picture-too-large", fr: "l’image « \(file) » est trop grande : \(size / 1_000_000) Mo",
      en: "the picture “\(file)” is too large: \(size / 1_000_000) MB")
  }
  fileprivate static func pictureOfInks(_ file: String) -> Self {
    Self(
      "picture-of-inks", fr: "les couleurs de « \(file) » sont des encres d’imprimerie (CMJN)",
      en: "the colours of “\(file)” are printing inks (CMYK)")
  }
  fileprivate static func unsupportedInSVG(_ file: String, _ what: String) -> Self {
    Self(
      "unsupported-svg", fr: "« \(file) » contient ce qui n’est pas dessiné ici : \(what)",
      en: "“\(file)” holds what is not drawn here: \(what)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let fromSpec = Self(
    fr: "le chemin part du dossier de la spécification", en: "the path starts at the spec’s folder")
  fileprivate static let pictureForms = Self(
    fr: "donnez un fichier PNG, JPEG ou SVG, d’abord ouvert dans un logiciel d’images",
    en: "give a PNG, JPEG or SVG file, opened in an image program first")
  fileprivate static let exportAgain = Self(
    fr: "ouvrez-la dans un logiciel d’images et enregistrez-la de nouveau",
    en: "open it in an image program and save it again")
  fileprivate static let makeSmaller = Self(
    fr: "réduisez-la : 2 500 pixels de large suffisent à une page A4",
    en: "make it smaller: 2,500 pixels across are enough for a page of A4")
  fileprivate static let exportAsRGB = Self(
    fr: "enregistrez-la en couleurs d’écran (RVB)", en: "save it in the colours of screens (RGB)")
  fileprivate static let flattenSVG = Self(
    fr:
      "exportez-le en tracés de couleurs unies (Inkscape : « Chemin > Objet en chemin », puis « SVG simple »), ou en PNG",
    en: "export it as paths of flat colours (Inkscape: “Path > Object to Path”, then “Plain SVG”), or as PNG")
}
