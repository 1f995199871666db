import PortalNetwork
import Publishing
import Store
import Vietnamese

/// Which case was taken out of which letter. One step deep: a part is not divided again.
enum CaseParts {
    static func origin(of id: CaseID, _ db: any Connection) throws -> CaseFile? {
        try db.row("SELECT \(CaseFile.columns) FROM case_file WHERE id = (SELECT origin FROM case_part WHERE part = \(id))").map(CaseFile.init)
    }

    static func parts(of id: CaseID, _ db: any Connection) throws -> [CaseFile] {
        try db.rows(
            "SELECT \(CaseFile.columns) FROM case_file WHERE id IN (SELECT part FROM case_part WHERE origin = \(id)) ORDER BY case_file.id"
        ).map(CaseFile.init)
    }

    /// Places of the sentences that were taken out of a letter so far, whether they became a case or were led elsewhere.
    static func taken(_ events: [CaseEvent]) -> Set<Int> {
        Set(events.filter { $0.act == .split }.flatMap { ($0.detail["pieces"] ?? "").split(separator: ",").compactMap { Int($0) } })
    }
}

/// A letter in sentences, none of its characters lost: put together they are the text.
public struct LetterPieces: Sendable, Hashable {
    public let pieces: [String]

    /// More are put together, so that a screen can show them.
    public static let most = 120

    public init(_ text: String) {
        var pieces = Self.divided(text) { scalar, next in
            Self.isBreak(scalar) || (Self.ends.contains(scalar) && next.map { $0.properties.isWhitespace } ?? true)
        }
        if pieces.count > Self.most { pieces = Self.divided(text) { scalar, _ in Self.isBreak(scalar) } }
        if pieces.count > Self.most {
            let each = (pieces.count + Self.most - 1) / Self.most
            pieces = stride(from: 0, to: pieces.count, by: each).map { pieces[$0..<min($0 + each, pieces.count)].joined() }
        }
        self.pieces = pieces
    }

    private static let ends: Set<Unicode.Scalar> = [".", "!", "?", "…", ";", "。", "！", "？", "；"]
    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" }

    private static func divided(_ text: String, _ ends: (Unicode.Scalar, Unicode.Scalar?) -> Bool) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var pieces: [String] = []
        var view = String.UnicodeScalarView()
        var hasWords = false
        var isOver = false
        for (index, scalar) in scalars.enumerated() {
            // Blanks between two sentences belong to the first.
            if isOver, !scalar.properties.isWhitespace {
                pieces.append(String(view))
                (view, hasWords, isOver) = (String.UnicodeScalarView(), false, false)
            }
            view.append(scalar)
            if !scalar.properties.isWhitespace { hasWords = true }
            if hasWords, ends(scalar, index + 1 < scalars.count ? scalars[index + 1] : nil) { isOver = true }
        }
        if !view.isEmpty { pieces.append(String(view)) }
        return pieces
    }

    /// The text without some of them.
    func without(_ places: Set<Int>) -> String {
        pieces.enumerated().filter { !places.contains($0.offset) }.map(\.element).joined()
    }
}

extension CaseView {
    /// The letter without what was taken out of it: what belongs on another track, or to another procedure of law, is no part of its public edition.
    public var rest: String? {
        original.map { LetterPieces($0.text).without(CaseParts.taken(steps.map(\.event))) }
    }

    /// Places of the sentences that were taken out so far.
    public var taken: Set<Int> { CaseParts.taken(steps.map(\.event)) }
}
