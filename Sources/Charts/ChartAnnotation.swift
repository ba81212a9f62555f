/// A remark on a bar or point.
package struct ChartAnnotation: Hashable, Sendable {
  package let category: Int
  package let series: Int
  package let text: String

  package init(category: Int, series: Int, text: String) {
    self.category = category
    self.series = series
    self.text = text
  }
}
