public import PortalNetwork
public import Store
import Synchronization

/// The sections as this process knows them, replaced as a whole when the network changes.
public final class SectionDirectory: Sendable {
    private let current: Mutex<SectionIndex>

    public init(_ index: SectionIndex = SectionIndex()) { current = Mutex(index) }

    public static func load(from database: any Database) async throws -> SectionDirectory {
        SectionDirectory(try await database.read { try SectionIndex.load($0) })
    }

    public var index: SectionIndex { current.withLock { $0 } }

    public func refresh(from database: any Database) async throws {
        let found = try await database.read { try SectionIndex.load($0) }
        current.withLock { $0 = found }
    }
}

/// Where items stand: the one canonical path of each.
public struct Addresses: Sendable {
    private let sections: @Sendable () -> SectionIndex
    private let segments: [KindName: String]

    public init(_ kinds: KindRegistry, sections: @escaping @Sendable () -> SectionIndex) {
        self.sections = sections
        segments = Dictionary(kinds.all.compactMap { kind in kind.segment.map { (kind.name, $0) } }) { first, _ in first }
    }

    /// `/{section}/{slug}-{id}`, or `/{section}/{id}` when no slug can be made of the title.
    public func path(of card: RevealedCard) -> String {
        folder(of: card) + (card.content.slug.isEmpty ? "" : card.content.slug + "-") + "\(card.item)"
    }

    /// The same address without the title's words, for where room is scarce; who asks for it is sent on to the whole one.
    public func shortPath(of card: RevealedCard) -> String { folder(of: card) + "\(card.item)" }

    private func folder(of card: RevealedCard) -> String {
        "/\(segments[card.kind] ?? card.section.flatMap { sections()[$0]?.code } ?? "-")/"
    }
}
