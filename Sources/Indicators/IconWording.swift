import Model

extension Icon {
  /// The character that is drawn, each of another form: a full, a half and an empty circle, ticks, arrows.
  ///
  /// The text's family may have it, else one of the fallbacks; all are in DejaVu Sans but the hourglass.
  var sign: String {
    switch self {
    case .yes: "\u{2714}"
    case .no: "\u{2716}"
    case .planned: "\u{25CB}"
    case .ongoing: "\u{25D0}"
    case .done: "\u{25CF}"
    case .late: "\u{231B}"
    case .stopped: "\u{25A0}"
    case .up: "\u{2197}"
    case .down: "\u{2198}"
    case .steady: "\u{2192}"
    case .warning: "\u{26A0}"
    case .info: "\u{2139}"
    case .target: "\u{25CE}"
    }
  }
}

extension Wording {
  /// What a listener hears in the place of a sign.
  func meaning(_ icon: Icon) -> String {
    switch icon {
    case .yes: pick("oui", "yes")
    case .no: pick("non", "no")
    case .planned: pick("prévu", "planned")
    case .ongoing: pick("en cours", "ongoing")
    case .done: pick("réalisé", "done")
    case .late: pick("en retard", "late")
    case .stopped: pick("arrêté", "stopped")
    case .up: pick("en hausse", "up")
    case .down: pick("en baisse", "down")
    case .steady: pick("stable", "steady")
    case .warning: pick("attention", "warning")
    case .info: pick("information", "information")
    case .target: pick("cible", "target")
    }
  }
}
