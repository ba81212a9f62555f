import Diagnostics
import Spool

/// What the machine could not do. It ends the run with exit code 3.
package struct MachineError: Error {
  package let message: Bilingual

  package static func unreadable(_ path: String) -> MachineError {
    MachineError(message: Bilingual(fr: "impossible de lire « \(path) »", en: "cannot read “\(path)”"))
  }

  package static func unwritable(_ path: String, _ reason: String) -> MachineError {
    MachineError(
      message: Bilingual(
        fr: "impossible d’écrire « \(path) » : \(reason)", en: "cannot write “\(path)”: \(reason)"))
  }

  static func noFonts(_ folder: String) -> MachineError {
    MachineError(
      message: Bilingual(
        fr: "pas de polices dans « \(folder) » : lancez « make setup »",
        en: "no fonts in “\(folder)”: run “make setup”"))
  }

  static func noThemes(_ folder: String) -> MachineError {
    MachineError(
      message: Bilingual(
        fr: "pas de thèmes dans « \(folder) » : ce dossier va avec le programme, à côté de « Fonts »",
        en: "no themes in “\(folder)”: this folder goes with the program, beside “Fonts”"))
  }

  static func noColorProfile(_ path: String) -> MachineError {
    MachineError(
      message: Bilingual(
        fr: "il manque le profil de couleurs « \(path) » : lancez « make setup »",
        en: "the colour profile “\(path)” is missing: run “make setup”"))
  }

  static func noTemporaryRoom(_ error: SpoolError) -> MachineError {
    MachineError(
      message: Bilingual(
        fr: "pas de place pour un fichier temporaire dans « \(error.folder) » : \(error.reason)",
        en: "no room for a temporary file in “\(error.folder)”: \(error.reason)"))
  }

  static func unusableFont(_ reason: String) -> MachineError {
    MachineError(
      message: Bilingual(
        fr: "police inutilisable (\(reason)) : lancez « make setup »",
        en: "unusable font (\(reason)): run “make setup”"))
  }
}
