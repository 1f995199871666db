public import PortalNetwork
public import Store
public import Vietnamese

public struct AnswerTemplateID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A text that answers or requests for more information begin with; its holes are filled from the case.
public struct AnswerTemplate: Sendable, Hashable {
    /// What it is for.
    public enum Purpose: String, Sendable, Hashable, CaseIterable {
        case answer, ask
    }

    /// Holes and what fills them, in the order in which the desk lists them.
    public enum Hole: String, Sendable, CaseIterable {
        case name = "ten"
        case code = "ma"
        case due = "han"
        case unit = "don-vi"
        case title = "tieu-de"
        case received = "ngay-gui"
        case today = "ngay"
        case portal = "cong"
    }

    public let id: AnswerTemplateID
    public let site: SiteID
    public var code: String
    public var purpose: Purpose
    /// Of which track; nil: of any.
    public var track: String?
    /// Of which field of administration; nil: of any.
    public var field: String?
    public var title: String
    public var text: String
    public let version: Int

    static let columns: SQL = "id, site, code, purpose, track, field, title, text, version"

    init(_ row: Row) throws {
        id = try row[0]
        site = try row[1]
        code = try row[2]
        purpose = Purpose(rawValue: try row[3]) ?? .answer
        track = try row[4]
        field = try row[5]
        title = try row[6]
        text = try row[7]
        version = try row[8]
    }

    public func fits(_ purpose: Purpose, _ file: CaseFile) -> Bool {
        self.purpose == purpose && track.map { $0 == file.track } ?? true && field.map { $0 == file.field } ?? true
    }

    /// The text with its holes filled; a hole that nothing fills stays, so that it is seen.
    public static func fill(_ text: String, _ values: [Hole: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            rest = rest[open...]
            if let close = rest.firstIndex(of: "}"), let hole = Hole(rawValue: String(rest[rest.index(after: open)..<close])),
                let value = values[hole],
                !value.isEmpty
            {
                filled += value
                rest = rest[rest.index(after: close)...]
            } else {
                filled += "{"
                rest = rest.dropFirst()
            }
        }
        return filled + rest
    }

    /// The first hole of ours that still stands in a text, as it stands there.
    public static func openHole(in text: String) -> String? {
        Hole.allCases.map { "{\($0.rawValue)}" }.first { text.contains($0) }
    }
}

/// What somebody writes.
public struct TemplateDraft: Sendable, Hashable {
    public var code: String
    public var purpose: AnswerTemplate.Purpose
    public var track: String?
    public var field: String?
    public var title: String
    public var text: String

    public init(code: String, purpose: AnswerTemplate.Purpose, track: String? = nil, field: String? = nil, title: String, text: String) {
        self.code = code
        self.purpose = purpose
        self.track = track
        self.field = field
        self.title = title
        self.text = text
    }

    public static let longest = (title: 120, text: 10_000)

    func plain(_ tracks: TrackTable) throws(TemplateRefusal) -> TemplateDraft {
        var draft = self
        draft.title = cleanText(title, keeping: []).split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        draft.code = slug(code.isEmpty ? draft.title : code)
        draft.text = cleanText(text.replacing("\r\n", with: "\n"), keeping: [.lines])
        draft.field = field.map { slug($0) }.flatMap { $0.isEmpty ? nil : $0 }
        guard !draft.title.isEmpty, !draft.code.isEmpty else { throw .titleMissing }
        guard draft.title.count <= Self.longest.title, draft.code.utf8.count <= 60, (draft.field ?? "").utf8.count <= 60 else {
            throw .tooLong(limit: Self.longest.title)
        }
        guard !draft.text.allSatisfy(\.isWhitespace) else { throw .textMissing }
        guard draft.text.count <= Self.longest.text else { throw .tooLong(limit: Self.longest.text) }
        if let track, tracks[track] == nil { throw .unknown }
        return draft
    }
}

public enum TemplateRefusal: Refusal, Equatable {
    case titleMissing
    case textMissing
    case tooLong(limit: Int)
    case known(String)
    case unknown
    case changedMeanwhile
    case full(limit: Int)

    public var key: String {
        switch self {
        case .titleMissing: "template.title-missing"
        case .textMissing: "template.text-missing"
        case .tooLong: "template.too-long"
        case .known: "template.known"
        case .unknown: "template.unknown"
        case .changedMeanwhile: "template.changed-meanwhile"
        case .full: "template.full"
        }
    }

    public var values: [String: String] {
        switch self {
        case .known(let text): ["text": text]
        case .tooLong(let limit), .full(let limit): ["limit": "\(limit)"]
        default: [:]
        }
    }

    /// One of each, for the test that every refusal has its words.
    public static let samples: [TemplateRefusal] = [
        .titleMissing, .textMissing, .tooLong(limit: 120), .known("da-tiep-nhan"), .unknown, .changedMeanwhile, .full(limit: 300),
    ]
}

extension Casework {
    /// Templates of one portal.
    public static let mostTemplates = 300

    /// What holds on a portal: its own templates and those of the portals above it; of two with one code the nearer one.
    public func templates(holdingOn site: SiteID, in tree: SiteTree) async throws -> [AnswerTemplate] {
        let places = [site] + tree.ancestors(of: site).map(\.id)
        let all = try await database.read { db in
            try db.rows("SELECT \(AnswerTemplate.columns) FROM answer_template WHERE site IN (\(list: places)) ORDER BY title, id").map(
                AnswerTemplate.init
            )
        }
        let rank = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        let nearest = Dictionary(grouping: all, by: \.code).compactMapValues { same in same.min { (rank[$0.site] ?? 0) < (rank[$1.site] ?? 0) } }
        return all.filter { nearest[$0.code]?.id == $0.id }
    }

    @discardableResult
    public func add(_ draft: TemplateDraft, to site: SiteID, by: By) async throws -> AnswerTemplateID {
        try authorize(by.actor, .editTemplates, on: Subject(site: site), in: by.tree)
        let draft = try draft.plain(tracks)
        let id: AnswerTemplateID = ids.next()
        let now = clock.now()
        try await database.write { db in
            guard try Self.template(draft.code, site, db) == nil else { throw TemplateRefusal.known(draft.code) }
            let count = try db.value("SELECT count(*) FROM answer_template WHERE site = \(site)", as: Int.self) ?? 0
            guard count < Self.mostTemplates else { throw TemplateRefusal.full(limit: Self.mostTemplates) }
            try db.execute(
                """
                INSERT INTO answer_template (id, site, code, purpose, track, field, title, text, changed_at, version)
                VALUES (\(id), \(site), \(draft.code), \(draft.purpose.rawValue), \(draft.track), \(draft.field), \(draft.title), \(draft.text), \(now), 1)
                """
            )
            try self.note(draft.code, "added", site, by, db)
        }
        return id
    }

    /// - Parameter draft: nil takes it out.
    public func change(_ id: AnswerTemplateID, to draft: TemplateDraft?, of site: SiteID, version: Int, by: By) async throws {
        try authorize(by.actor, .editTemplates, on: Subject(site: site), in: by.tree)
        let draft = try draft?.plain(tracks)
        let now = clock.now()
        try await database.write { db in
            let lock = CommonDialect.forUpdate(on: db.engine)
            guard
                let old = try db.row("SELECT \(AnswerTemplate.columns) FROM answer_template WHERE id = \(id) AND site = \(site) \(lock)").map(
                    AnswerTemplate.init
                )
            else { throw TemplateRefusal.unknown }
            guard old.version == version else { throw TemplateRefusal.changedMeanwhile }
            guard let draft else {
                try db.execute("DELETE FROM answer_template WHERE id = \(id)")
                return try self.note(old.code, "removed", site, by, db)
            }
            if let other = try Self.template(draft.code, site, db), other != id { throw TemplateRefusal.known(draft.code) }
            try db.execute(
                """
                UPDATE answer_template SET code = \(draft.code), purpose = \(draft.purpose.rawValue), track = \(draft.track), field = \(draft.field),
                    title = \(draft.title), text = \(draft.text), changed_at = \(now), version = version + 1 WHERE id = \(id)
                """
            )
            try self.note(draft.code, "changed", site, by, db)
        }
    }

    private static func template(_ code: String, _ site: SiteID, _ db: any Connection) throws -> AnswerTemplateID? {
        try db.value("SELECT id FROM answer_template WHERE site = \(site) AND code = \(code)")
    }

    private func note(_ code: String, _ what: String, _ site: SiteID, _ by: By, _ db: any Connection) throws {
        try AuditTrail.add(
            .templateChanged,
            by: by.person,
            on: code,
            site: site,
            detail: what,
            from: by.caller,
            id: ids.next(),
            at: clock.now(),
            in: db
        )
    }
}
