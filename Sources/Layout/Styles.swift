import DrawList
import Model
import Typesetting

/// The text styles of a theme, by what they are for.
struct Styles {
  let theme: Theme
  let language: String

  private func style(_ size: TypeSize, weight: Int = 400, _ color: Color, tabular: Bool = false) -> TextStyle
  {
    TextStyle(
      family: theme.family, weight: weight, size: size.size, color: color, hasTabularFigures: tabular,
      language: language)
  }

  private var type: TypeScale { theme.type }
  private var colors: ThemeColors { theme.colors }

  var title: TextStyle { style(type.title, weight: 800, colors.accent) }
  var subtitle: TextStyle { style(type.subtitle, colors.muted) }
  var kicker: TextStyle { style(type.running, weight: 700, colors.muted) }
  func heading(_ level: Int) -> TextStyle {
    switch level {
    case ...1: return style(type.heading(1), weight: 800, colors.accent)
    case 2, 3: return style(type.heading(level), weight: 700, colors.text)
    default:
      // As large as the text from the fourth level on: its slope tells it from the third.
      var style = style(type.heading(level), weight: 600, colors.text)
      style.isItalic = true
      return style
    }
  }
  var body: TextStyle {
    var style = style(type.body, colors.text)
    style.hasOldStyleFigures = theme.text.hasOldStyleFigures
    return style
  }
  var footnote: TextStyle { style(type.apparatus, colors.text) }
  var figureLabel: TextStyle { style(type.figureTitle, weight: 700, colors.accent) }
  var figureTitle: TextStyle { style(type.figureTitle, weight: 700, colors.text) }
  var figureSubtitle: TextStyle { style(type.figureSubtitle, colors.muted) }
  var chart: TextStyle { style(type.chart, colors.text) }
  var chartValue: TextStyle { style(type.chart, weight: 700, colors.text, tabular: true) }
  var chartSeries: TextStyle { style(type.chart, weight: 600, colors.text) }
  var tableHead: TextStyle { style(type.table, weight: 700, colors.text) }
  var tableCell: TextStyle { style(type.table, colors.text) }
  var tableNumber: TextStyle { style(type.table, colors.text, tabular: true) }
  var tableStrongNumber: TextStyle { style(type.table, weight: 700, colors.text, tabular: true) }
  var apparatus: TextStyle { style(type.apparatus, colors.muted) }
  var apparatusLabel: TextStyle { style(type.apparatus, weight: 700, colors.muted) }
  var keyFigure: TextStyle { style(type.keyFigure, weight: 800, colors.accent) }
  var keyFigureLabel: TextStyle { style(type.keyFigureLabel, weight: 600, colors.text) }
  var keyFigureDetail: TextStyle { style(type.apparatus, colors.muted) }
  var running: TextStyle { style(type.running, colors.muted) }
}
