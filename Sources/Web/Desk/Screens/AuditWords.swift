import PortalNetwork

/// What a line of the trail adds to its action, said in words. The trail itself keeps short codes; a code no catalogue knows is shown as it is.
enum AuditWords {
    static func detail(_ line: AuditLine, _ visit: DeskVisit) -> String {
        let words = visit.desk.face.words
        let detail = line.detail
        guard !detail.isEmpty else { return "" }
        let action = AuditAction(rawValue: line.action)
        switch action {
        case .roleGranted, .roleRevoked: return visit.word("role." + detail, or: detail)
        case .sectionsLimited:
            let parts = detail.split(separator: " ").map(String.init)
            let role = parts.first.map { visit.word("role." + $0, or: $0) } ?? ""
            return parts.count > 1 ? "\(role): \(parts.dropFirst().joined(separator: ", "))" : role
        default: break
        }
        // A word of its own for this code; else one for the action with the code in it; else why something was refused.
        let own = "audit.detail.\(line.action).\(Self.code(detail))"
        if words.has(own) { return visit.word(own, ["detail": rest(of: detail)]) }
        if words.has("audit.detail." + line.action) { return visit.word("audit.detail." + line.action, ["detail": detail]) }
        if let phrase = words.phrase("refusal." + detail, visit.language), phrase.holes.isEmpty { return phrase.filled([:]) }
        return detail
    }

    /// The first word of what stands there: `passkey origin` is about a passkey.
    private static func code(_ detail: String) -> String { detail.split(separator: " ").first.map(String.init) ?? "" }

    private static func rest(of detail: String) -> String { detail.split(separator: " ").dropFirst().joined(separator: " ") }
}
