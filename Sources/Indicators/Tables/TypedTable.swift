import DataSources
import Diagnostics
import Spec

/// A table whose cells still are values: they can be ordered, added up and drawn.
///
/// - **Shape**: each row has a cell for each column, those that are only there for others among them.
struct TypedTable {
  enum Value: Hashable {
    case number(Double)
    case text(String)
    case missing(MissingKind)
  }

  struct Cell: Hashable {
    var value: Value
    /// As it is printed.
    var text: String
    private var box: Box?

    private indirect enum Box: Hashable { case extra(Extra) }

    init(_ value: Value, _ text: String, _ extra: Extra? = nil) {
      self.value = value
      self.text = text
      box = extra.map(Box.extra)
    }

    /// What few cells have.
    var extra: Extra {
      get { if case .extra(let extra)? = box { extra } else { Extra() } }
      set { box = newValue == Extra() ? nil : .extra(newValue) }
    }

    /// Not inlined: the optimizer of Swift 6.3 ends with an error of its own where this is folded into a closure.
    @inline(never) var number: Double? { if case .number(let number) = value { number } else { nil } }
  }

  struct Extra: Hashable {
    /// What hangs beside the text: “ (p)”.
    var hung = ""
    /// The values of several periods, oldest first.
    var series: [Double?] = []
    var target: Double?
    var shape: StatusShape?
    /// A text with styles and links.
    var rich: RichText?
  }

  struct Column {
    /// What the spec calls it.
    let name: Located<String>
    var published: PublishedTable.Column
    let spec: ColumnSpec?
    var isHidden: Bool
    /// How its numbers are printed, those of summaries among them.
    var print: @Sendable (Double) -> String
    /// Whether its values may be added up without more ado.
    var addsUp: Bool
    /// Whether its cells are words.
    var isText: Bool
    /// What its numbers are counted in: those of one measure may be on one scale.
    var measure = ""
    /// The same with so many decimals; where there is none, they are always the same.
    var printRounded: (@Sendable (Double, Int) -> String)?
  }

  struct Row {
    /// What the spec may call it.
    let names: [String]
    var cells: [Cell]
    var isHighlighted: Bool
    /// What it is besides data: the margin of a crosstab is the sum of the rows above it.
    var kind = PublishedTable.Row.Kind.data
    /// How many steps its name stands further in than others.
    var indent = 0
    /// Its place before rows are ordered, which tells it from others.
    var number = 0
  }

  var columns: [Column]
  var rows: [Row]
  /// The labels over rows, with how many follow each; empty where rows are not parted.
  var groups: [Group] = []

  struct Group {
    let label: String
    var rows: Range<Int>
  }

  func columnIndex(_ name: String) -> Int? { columns.firstIndex { $0.name.value == name } }
}
