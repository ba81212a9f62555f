import Typography

/// A text with its spaces shown: `_` for U+00A0 and `~` for U+202F.
func visible(_ text: String) -> String {
  text.replacing("\u{A0}", with: "_").replacing("\u{202F}", with: "~")
}

func french(_ text: String) -> String { visible(typeset(text, .french)) }

func english(_ text: String) -> String { visible(typeset(text, .english)) }
