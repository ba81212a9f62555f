import DrawList
import Model
import Spec
import Typesetting

/// The text styles of a theme, by what they are for.
struct Styles {
  let theme: Theme
  let language: String

  private func style(_ role: TextRole, tabular: Bool = false) -> TextStyle {
    style(theme.type[role], tabular: tabular)
  }

  private func style(_ design: TypeDesign, tabular: Bool = false) -> TextStyle {
    var style = TextStyle(
      family: design.family, weight: design.weight, size: design.size.size, color: design.color,
      hasTabularFigures: tabular, language: language)
    style.isItalic = design.isItalic
    return style
  }

  var title: TextStyle { style(.title) }
  var subtitle: TextStyle { style(.subtitle) }
  var kicker: TextStyle { style(.kicker) }
  var byline: TextStyle { style(.byline) }
  func heading(_ level: Int) -> TextStyle { style(theme.type.headingDesign(level)) }
  var body: TextStyle {
    var style = style(.body)
    style.hasOldStyleFigures = theme.text.hasOldStyleFigures
    return style
  }
  var footnote: TextStyle { style(.footnote) }
  var callout: TextStyle { style(.callout) }
  var figureLabel: TextStyle { style(.figureLabel) }
  var figureTitle: TextStyle { style(.figureTitle) }
  var figureSubtitle: TextStyle { style(.figureSubtitle) }
  var chart: TextStyle { style(.chart) }
  var chartValue: TextStyle { style(.chartValue, tabular: true) }
  var chartSeries: TextStyle { style(.chartSeries) }
  var tableHead: TextStyle { style(.tableHead) }
  var tableCell: TextStyle { style(.tableCell) }
  var tableNumber: TextStyle { style(.tableCell, tabular: true) }
  var tableStrongNumber: TextStyle {
    var style = style(.tableCell, tabular: true)
    style.weight = theme.type[.tableHead].weight
    return style
  }
  var apparatus: TextStyle { style(.apparatus) }
  var apparatusLabel: TextStyle { style(.apparatusLabel) }
  var keyFigure: TextStyle { style(.keyFigure) }
  var keyFigureLabel: TextStyle { style(.keyFigureLabel) }
  var keyFigureDetail: TextStyle { style(.keyFigureDetail) }
  var coverTitle: TextStyle { style(.coverTitle) }
  var coverSubtitle: TextStyle { style(.coverSubtitle) }
  var coverText: TextStyle { style(.coverText) }
  var running: TextStyle { style(.running) }
}
