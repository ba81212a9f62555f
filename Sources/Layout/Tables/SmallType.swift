import Diagnostics
import DrawList
import Indicators

/// Tables that have room in smaller type only: whoever made them is told, since nobody sees it on a screen.
extension FragmentBuilder {
  mutating func reportSmallType(
    _ design: TableDesign, of name: String, mayBeSmall: Bool, hint: Diagnostic.Hint = .allowSmallType
  ) {
    guard !mayBeSmall, let size = smallSize(of: [design]) else { return }
    diagnostics.report(
      .warning(.smallType(name, from: styles.tableCell.size, to: size), at: nil, hints: [hint]))
  }

  /// The least size of type of a table's parts, where it is not the usual one.
  func smallSize(of designs: [TableDesign]) -> Points? {
    let scale = designs.map(\.types.scale).min() ?? 1
    return scale < 1 ? styles.tableCell.size * scale : nil
  }
}

/// What else there is to say of a table that has got another place: “, in type of 7.2 points”.
func told(_ size: Points?) -> Bilingual {
  guard let size = size.map({ digits($0) }) else { return Bilingual(fr: "", en: "") }
  return Bilingual(
    fr: ", en caractères de \(size.french) points", en: ", in type of \(size.english) points")
}

/// A size of type as it is told: “7,2”.
private func digits(_ size: Points) -> Bilingual {
  let tenths = Int((size * 10).rounded())
  guard tenths % 10 != 0 else { return Bilingual(fr: "\(tenths / 10)", en: "\(tenths / 10)") }
  return Bilingual(fr: "\(tenths / 10),\(tenths % 10)", en: "\(tenths / 10).\(tenths % 10)")
}

extension Diagnostic.Message {
  fileprivate static func smallType(_ figure: String, from usual: Points, to size: Points) -> Self {
    let (usual, size) = (digits(usual), digits(size))
    return Self(
      "table-small-type",
      fr:
        "\(figure) : pour tenir en largeur, le tableau est en caractères de \(size.french) points au lieu de \(usual.french)",
      en:
        "\(figure): to fit its width, the table is set in type of \(size.english) points instead of \(usual.english)"
    )
  }
}

extension Diagnostic.Hint {
  static let fewerPeriods = Self(
    fr: "montrez moins de périodes : « periods: »", en: "show fewer periods: “periods:”")
  static let allowSmallType = Self(
    fr:
      "montrez moins de colonnes, raccourcissez les en-têtes, ou écrivez « small-type: yes » si cela vous convient",
    en: "show fewer columns, shorten their heads, or write “small-type: yes” if that suits you")
}
