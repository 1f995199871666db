import Foundation
import Media
import PortalNetwork
import Publishing
import Vietnamese
import Web

/// How files are spoken of on the screens.
struct FileTexts {
    let visit: DeskVisit

    /// `812 KB`, `3,4 MB`.
    func size(_ bytes: Int) -> String {
        if bytes < 1024 { return "\(bytes) B" }
        let isSmall = bytes < 1 << 20
        let tenths = isSmall ? (bytes * 10 + 512) / 1024 : (bytes / 1024 * 10 + 512) / 1024
        let mark = visit.language == .vi ? "," : "."
        let number = tenths >= 100 || tenths % 10 == 0 ? "\((tenths + 5) / 10)" : "\(tenths / 10)\(mark)\(tenths % 10)"
        return number + (isSmall ? " KB" : " MB")
    }

    func kind(_ kind: FileKind) -> String { visit.word("library.kind." + kind.rawValue) }

    /// `JPEG`, `PDF`, `Word`.
    func type(_ file: LibraryFile) -> String { type(file.mediaType, file.name) }

    func type(_ mediaType: String, _ name: String) -> String {
        guard let type = FileType(mediaType: mediaType) else { return name.split(separator: ".").last.map { $0.uppercased() } ?? "" }
        return switch type {
        case .webp: "WebP"
        case .text: "TXT"
        case .webm: "WebM"
        case .ogg: "Ogg"
        default: type.ending.uppercased()
        }
    }

    /// `JPEG · 4000 × 3000 · 3,4 MB`.
    func facts(_ file: LibraryFile) -> String {
        let dimensions = file.width.flatMap { width in file.height.map { "\(width) × \($0)" } }
        return [type(file), dimensions, size(file.bytes)].compactMap { $0 }.joined(separator: " · ")
    }

    /// What must be known of a file that cannot be used yet, or not at all.
    func state(_ state: ScanState) -> String? { state.isUsable ? nil : visit.word("library.state." + state.rawValue) }

    /// Why the newest version is not there, in words.
    func problem(_ version: FileVersion) -> String? {
        switch version.state {
        case .infected: visit.word("library.virus", ["name": version.problem ?? ""])
        case .failed:
            version.problem.flatMap { FileRefusal(rawValue: $0) }.map { visit.said(LibraryRefusal.file($0, name: version.name)) }
                ?? visit.word("library.state.failed")
        case .waiting, .clean, .unscanned: nil
        }
    }
}

/// Days of the filter, as browsers send them.
extension DeskVisit {
    func day(_ name: String, plus days: Int = 0) -> Instant? { CivilDate(query[name]).map { VietnamTime.startOfDay($0.adding(days: days)) } }
}
