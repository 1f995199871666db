public import PortalNetwork
public import Store
public import Vietnamese

extension Reveal {
    /// A revision as readers would see it, for somebody who may see it before them. The salt is nobody's yet: there is no commitment.
    static func draft(_ item: Item, revision: Int, at moment: Instant? = nil, _ cipher: ItemCipher, _ publishing: Publisher, _ db: any Connection)
        throws
        -> RevealedItem
    {
        var wanted = item
        wanted.revision = revision
        let contents = try publishing.newest(of: wanted, cipher, db)
        let details = try contents.typed(publishing.kinds)
        let published = item.publishedAt ?? item.workflow.dueAt ?? moment ?? publishing.clock.now()
        let card = RevealedCard(
            item: item.id,
            edition: max(1, item.edition),
            kind: item.kind,
            site: item.site,
            language: item.language,
            section: item.section,
            publishedAt: published,
            content: details.card
        )
        let isFurther = item.edition > 0 && item.workflow.stage != .settled
        return RevealedItem(
            card: card,
            details: details,
            publishedAt: published,
            updatedAt: isFurther ? item.workflow.dueAt ?? moment ?? publishing.clock.now() : item.updatedAt,
            edition: max(1, item.edition + (isFurther ? 1 : 0)),
            operation: item.edition == 0 ? .publish : .update,
            note: contents.note,
            salt: "",
            textCommitment: "",
            views: 0
        )
    }
}

extension Workroom {
    /// A revision (nil: the newest) as its page would show it, with what stands beside it now.
    public func preview(_ id: ItemID, revision: Int? = nil, at moment: Instant? = nil, for by: Publisher.By) async throws -> RevealedItem {
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        let publishing = publishing
        return try await database.read { db in
            let item = try Self.prove(id, by, db)
            let number = revision ?? item.revision
            guard (1...item.revision).contains(number) else { throw PublishingRefusal.unknownItem(id) }
            return try Reveal.draft(item, revision: number, at: moment, cipher, publishing, db)
        }
    }

    /// Details that are not saved yet, as their page would show them.
    public func preview(json: [UInt8], of id: ItemID, for by: Publisher.By) async throws -> RevealedItem {
        let saved = try await preview(id, for: by)
        let details = try publishing.read(json: json, of: saved.card.kind)
        return RevealedItem(
            card: RevealedCard(
                item: id,
                edition: saved.card.edition,
                kind: saved.card.kind,
                site: saved.card.site,
                language: saved.card.language,
                section: saved.card.section,
                publishedAt: saved.card.publishedAt,
                content: details.card
            ),
            details: details,
            publishedAt: saved.publishedAt,
            updatedAt: saved.updatedAt,
            edition: saved.edition,
            operation: saved.operation,
            note: nil,
            salt: "",
            textCommitment: "",
            views: 0
        )
    }
}
