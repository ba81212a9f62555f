/// The value that occurs most often, the first of them if several do; `nil` if there are no values.
func mostFrequent(_ values: [Int]) -> Int? {
  var best: (value: Int, count: Int)?
  for value in values {
    let count = values.count { $0 == value }
    if count > best?.count ?? 0 { best = (value, count) }
  }
  return best?.value
}
