import Diagnostics
import Model
import Spec
import Testing

@Suite("What a PDF conforms to and carries")
struct OutputTests {
  private func resolving(_ output: String) -> Resolving {
    Resolving(report() + "\n" + (output.isEmpty ? "" : "output: \(output)\n"))
  }

  @Test(
    "Each choice is taken as it is written, what is not said as usual",
    arguments: [
      (output: "", isUA1: true, archival: PDFOutput.Archival.a3a, attached: [.data, .spec]),
      (output: "{ pdf: [ua-1, a-3a] }", isUA1: true, archival: .a3a, attached: [.data, .spec]),
      (output: "{ pdf: ua-1 }", isUA1: true, archival: nil, attached: []),
      (output: "{ pdf: [a-2a, a-2a] }", isUA1: false, archival: .a2a, attached: []),
      (output: "{ pdf: [] }", isUA1: false, archival: nil, attached: []),
      (output: "{ attach: [] }", isUA1: true, archival: .a3a, attached: []),
      // Without tags a PDF claims nothing, and what claims nothing carries nothing.
      (output: "{ tags: no }", isUA1: false, archival: nil, attached: []),
      (output: "{ pdf: [], tags: no }", isUA1: false, archival: nil, attached: []),
      (output: "{ tags: yes }", isUA1: true, archival: .a3a, attached: [.data, .spec]),
      // Files are attached in one order, whatever the author's, and each once.
      (
        output: "{ attach: [provenance, data, data] }", isUA1: true, archival: .a3a,
        attached: [.data, .provenance]
      ),
    ] as [(String, Bool, PDFOutput.Archival?, [AttachedFile])])
  func choices(output: String, isUA1: Bool, archival: PDFOutput.Archival?, attached: [AttachedFile]) throws {
    let found = resolving(output)

    #expect(found.codes == [])
    let made = try #require(found.report).output
    #expect((made.isUA1, made.archival) == (isUA1, archival))
    #expect(made.attached == attached)
    #expect(made.isTagged == !output.contains("tags: no"))
  }

  @Test(
    "What cannot be is said at its place",
    arguments: [
      (output: "{ pdf: [ua-1, 1️⃣a-4a] }", code: "unknown-word", hint: "a-"),
      (output: "{ pdf: [a-2a, 1️⃣a-3a] }", code: "two-archive-levels", hint: "gardez « a-3a »"),
      (output: "{ pdf: [a-2a], attach: [1️⃣data] }", code: "cannot-attach", hint: "[ua-1, a-3a]"),
      (output: "{ pdf: [], attach: 1️⃣spec }", code: "cannot-attach", hint: "retirez « attach »"),
      (output: "{ pdf: [a-3a], tags: 1️⃣no }", code: "untagged", hint: "retirez « tags: no »"),
      (output: "{ attach: [1️⃣dates] }", code: "unknown-word", hint: "data"),
      (output: "{ 1️⃣pfd: [] }", code: "unknown-key", hint: "pdf"),
      (output: "1️⃣a-3a", code: "not-a-mapping", hint: "clé: valeur"),
    ])
  func mistakes(output: String, code: String, hint: String) {
    Mistake(report() + "\noutput: \(output)\n", code, hint: hint).check()
  }
}
