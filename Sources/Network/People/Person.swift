public import Store
public import Vietnamese

public struct PersonID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Someone who works with the platform.
public struct Person: Sendable, Hashable {
    public var id: PersonID
    /// Unique, lower-case ASCII: what `--as` and `--confirmed-by` take.
    public var handle: String
    public var name: String
    public var email: String?
    public var isActive: Bool
    public var createdAt: Instant

    public init(id: PersonID, handle: String, name: String, email: String? = nil, isActive: Bool = true, createdAt: Instant) {
        self.id = id
        self.handle = handle
        self.name = name
        self.email = email
        self.isActive = isActive
        self.createdAt = createdAt
    }
}

/// What a person does in an office (domain notes 7.1). A role holds on a site and everything below it.
public enum Role: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case contributor, reporter, editor, deskSecretary, deputyChief, editorInChief, unitLiaison, recordsClerk, accountant
    /// Technical: sites, hosts, upkeep. **No publishing right.**
    case `operator`
    /// Runs the people and settings of a site; no publishing right either.
    case administrator
}
