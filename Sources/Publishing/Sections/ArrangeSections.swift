public import PortalNetwork
public import Store
import Vietnamese

/// A section's place among the others of its portal.
public struct SectionPlace: Sendable, Hashable {
    public let id: SectionID
    public let parent: SectionID?

    public init(_ id: SectionID, below parent: SectionID? = nil) {
        self.id = id
        self.parent = parent
    }
}

extension Publisher {
    /// How deep sections nest.
    public static let sectionDepth = 4

    /// Puts all sections of a portal into this order and under these parents. `expecting` is the order the editor saw.
    ///
    /// What hangs below another section than before leaves the lists of those it was below and enters those it is below now, in this transaction.
    public func arrangeSections(
        _ places: [SectionPlace],
        expecting: [SectionPlace],
        on site: SiteID,
        by: By,
        also: @escaping Also = noFurther
    ) async throws {
        try authorize(by.actor, .editSections, on: Subject(site: site), in: by.tree)
        let now = clock.now()
        try await commit { db in
            let before = try SectionIndex.load(on: site, db)
            guard before.places(on: site) == expecting else { throw PublishingRefusal.changedMeanwhile }
            guard Set(places.map(\.id)) == Set(expecting.map(\.id)), places.count == expecting.count else {
                throw PublishingRefusal.changedMeanwhile
            }
            try Self.checkNesting(places, before)
            var isRelisted = false
            for (position, place) in places.enumerated() {
                guard let section = before[place.id], section.position != position || section.parent != place.parent else { continue }
                if section.parent != place.parent { isRelisted = true }
                try db.execute(
                    "UPDATE section SET position = \(position), parent = \(place.parent), version = version + 1 WHERE id = \(section.id)"
                )
            }
            if isRelisted {
                // Counts follow the entry they changed with, so that kept pages of these lists are made anew.
                let sequence = try EventLog.head(db) + 1
                guard try ProjectionCursor.read(Listing.self, db) == sequence - 1 else { throw PublishingRefusal.listsBehind }
                let after = try SectionIndex.load(on: site, db)
                for place in places { try Self.relist(place.id, from: before, to: after, on: site, sequence, db) }
            }
            try self.chrome("section", [site], now, db)
            try also(db)
        }
    }

    /// Gives a section another address. The old one leads to the new one; addresses of its articles follow by themselves.
    public func moveSection(_ id: SectionID, to code: String, on site: SiteID, version: Int, by: By, also: @escaping Also = noFurther) async throws {
        try authorize(by.actor, .editSections, on: Subject(site: site), in: by.tree)
        try check(code)
        let now = clock.now()
        try await commit { db in
            guard let section = try Section.load(id, db), section.site == site else { throw PublishingRefusal.unknownSection("\(id)") }
            guard section.version == version else { throw PublishingRefusal.editedMeanwhile(version: section.version) }
            guard section.code != code else { return }
            if try db.value("SELECT 1 FROM section WHERE site = \(site) AND code = \(code)", as: Int.self) != nil {
                throw PublishingRefusal.sectionTaken(code)
            }
            try db.execute("UPDATE section SET code = \(code), version = version + 1 WHERE id = \(id)")
            // Names of blocks speak of sections by their code.
            let front = try Sites.site(site, in: db)
            if var blocks = front.look.blocks {
                for (place, block) in blocks.enumerated() where block.hasSuffix(":" + section.code) {
                    blocks[place] = block.dropLast(section.code.count) + code
                }
                if blocks != front.look.blocks {
                    var look = front.look
                    look.blocks = blocks
                    _ = try Sites.setLook(look, of: site, version: front.version, in: db)
                }
            }
            let (old, new) = ("/\(section.code)/", "/\(code)/")
            // It may have been called so before: what leads away from the new address would go round in a circle.
            try db.execute("DELETE FROM old_address WHERE site = \(site) AND path = \(new)")
            try Redirects.put(Redirect(path: old, target: .path(new)), on: site, at: now, db)
            try self.redirected(site, set: [(old, .path(new))], removed: [new], part: "section", now, db)
            try self.chrome("section", [site], now, db)
            try also(db)
        }
    }

    private static func checkNesting(_ places: [SectionPlace], _ index: SectionIndex) throws {
        let parents = Dictionary(places.map { ($0.id, $0.parent) }) { first, _ in first }
        for place in places {
            var depth = 1
            var next = place.parent
            while let parent = next {
                guard let section = index[parent], let above = parents[parent] else { throw PublishingRefusal.unknownSection("\(parent)") }
                depth += 1
                guard depth <= sectionDepth, section.kind == .section else { throw PublishingRefusal.sectionNesting(limit: sectionDepth) }
                next = above
            }
            if place.parent != nil, index[place.id]?.kind == .topic { throw PublishingRefusal.sectionNesting(limit: sectionDepth) }
        }
    }

    /// Takes what stands in this very section (not below it) out of the lists above where it was, and puts it into those above where it is.
    private static func relist(
        _ id: SectionID,
        from before: SectionIndex,
        to after: SectionIndex,
        on site: SiteID,
        _ sequence: Int64,
        _ db: any Connection
    )
        throws
    {
        let (was, isNow) = (before.path(to: id).dropLast().map(\.id), after.path(to: id).dropLast().map(\.id))
        guard was != isNow else { return }
        let own: SQL =
            "site = \(site) AND list = \(ListKey.section(id)) AND item IN (SELECT id FROM item WHERE section = \(id))"
        let number = try db.value("SELECT count(*) FROM listing WHERE \(own)", as: Int.self) ?? 0
        guard number > 0 else { return }
        for left in was where !isNow.contains(left) {
            let list = ListKey.section(left)
            try db.execute("DELETE FROM listing WHERE site = \(site) AND list = \(list) AND item IN (SELECT id FROM item WHERE section = \(id))")
            try db.execute("UPDATE listing_count SET n = n - \(number), seq = \(sequence) WHERE site = \(site) AND list = \(list)")
        }
        for entered in isNow where !was.contains(entered) {
            let list = ListKey.section(entered)
            try db.execute(
                """
                INSERT INTO listing (site, list, published_at, item)
                SELECT site, CAST(\(list) AS TEXT), published_at, item FROM listing WHERE \(own)
                """
            )
            try db.execute(
                """
                INSERT INTO listing_count (site, list, n, seq) VALUES (\(site), \(list), \(number), \(sequence))
                ON CONFLICT (site, list) DO UPDATE SET n = listing_count.n + excluded.n, seq = excluded.seq
                """
            )
        }
    }
}

extension SectionIndex {
    /// All sections of a portal as they stand: parents before children, in their order.
    public func places(on site: SiteID) -> [SectionPlace] {
        func below(_ parent: SectionID?) -> [SectionPlace] {
            all(on: site).filter { $0.parent == parent }.flatMap { [SectionPlace($0.id, below: $0.parent)] + below($0.id) }
        }
        return below(nil)
    }
}
