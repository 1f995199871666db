import PublicRecord

/// Where the one who has the turn writes on: the tree so far, and the key its heads are signed with.
struct Page: Sendable {
    let epoch: Int64
    /// Until when the turn is held, Unix seconds.
    let heldUntil: Int64
    let key: VerifierKey
    let frontier: RecordFrontier
    let writer: TileWriter

    func held(until seconds: Int64) -> Page { Page(epoch: epoch, heldUntil: seconds, key: key, frontier: frontier, writer: writer) }

    /// What comes of adding entries.
    func grown(by entries: some Sequence<RecordHash>) -> Growth {
        let leaves = Array(entries)
        var (frontier, writer) = (frontier, writer)
        for leaf in leaves {
            frontier.append(leaf)
            writer.append(leaf)
        }
        let tiles = writer.take()
        return Growth(
            old: self.frontier.size,
            tiles: tiles,
            proof: self.frontier.consistency(adding: leaves),
            page: Page(epoch: epoch, heldUntil: heldUntil, key: key, frontier: frontier, writer: writer)
        )
    }
}

/// A log that grew by some entries, worked out in memory: the tiles that came or became wider, the proof that it only grew, and where to write on.
struct Growth: Sendable {
    let old: Int64
    let tiles: [(tile: TileID, bytes: [UInt8])]
    let proof: [RecordHash]
    let page: Page

    var frontier: RecordFrontier { page.frontier }
}
