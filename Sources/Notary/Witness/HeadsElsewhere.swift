public import PublicRecord
import Store

/// Where heads of this record are looked for at the beginning, beside database and signer: whoever saw a newer one knows more than they do.
public struct HeadsElsewhere: Sendable {
    /// Where one was found, and the note, unchecked.
    public typealias Found = (place: String, note: SignedNote)

    private static let patience = Duration.seconds(5)

    /// Heads that others have, as far as they answer in time.
    public let all: @Sendable () async -> [Found]
    /// Keeps a head that was published.
    public let keep: @Sendable (_ note: String) async -> Void

    public init(all: @escaping @Sendable () async -> [Found] = { [] }, keep: @escaping @Sendable (String) async -> Void = { _ in }) {
        self.all = all
        self.keep = keep
    }

    /// From the copy in the data folder, the record's public address where there is one, and the witnesses of the policy, all at once.
    public init(origin: String, copy: LogFolder, policy: WitnessPolicy?, call: @escaping WitnessRounds.Call) {
        all = {
            var asks: [@Sendable () async -> Found?] = [
                {
                    guard let bytes = try? copy.read("checkpoint"), let note = try? SignedNote(parsing: bytes) else { return nil }
                    return ("the copy in \(copy.path)", note)
                }
            ]
            for log in policy?.logs ?? [] where log.origin == origin {
                guard let url = log.url else { continue }
                asks.append {
                    guard let answer = try? await call("\(url)/checkpoint", nil), answer.status == 200 else { return nil }
                    return (try? SignedNote(parsing: answer.body)).map { ("\(url)/checkpoint", $0) }
                }
            }
            for witness in policy?.witnesses ?? [] {
                asks.append {
                    let note = try? await WitnessRounds.held(by: witness, origin: origin, call)
                    return note.map { ("the witness \(witness.name)", $0) }
                }
            }
            return await Self.answered(asks)
        }
        keep = { note in try? copy.write(Array(note.utf8), to: "checkpoint") }
    }

    /// What comes within `patience`: the turn of writing heads must not run out meanwhile.
    private static func answered(_ asks: [@Sendable () async -> Found?]) async -> [Found] {
        enum Step: Sendable { case answer(Found?), over }
        return await withTaskGroup(of: Step.self) { group in
            for ask in asks { group.addTask { .answer(await ask()) } }
            group.addTask {
                try? await Task.sleep(for: patience)
                return .over
            }
            var found: [Found] = []
            var left = asks.count
            for await step in group {
                guard case .answer(let one) = step else { break }
                if let one { found.append(one) }
                left -= 1
                if left == 0 { break }
            }
            group.cancelAll()
            return found
        }
    }
}

extension Notary {
    /// What others have of this record, signed with its key, must be part of what the database has.
    func compare(_ page: Page) async throws {
        let (size, root) = (page.frontier.size, page.frontier.root)
        for (place, note) in await elsewhere.all() {
            guard let head = try? Checkpoint(note.text), head.origin == origin, (try? note.verified(by: [page.key])) != nil else { continue }
            guard head.size <= size else {
                throw RecordFault.frozen(
                    "\(place) shows a head of \(head.size) entries that this record's key signed, and \(size) are signed here: the database is older than the record; 'caunoi log recover' brings the entries back"
                )
            }
            let past = try await database.read { db in
                var tiles = try AuthenticatedTiles(size: size, root: root) { try Self.bytes(of: $0, db) }
                return try tiles.root(at: head.size)
            }
            guard past == head.root else {
                throw RecordFault.frozen(
                    "\(place) shows another head of \(head.size) entries that this record's key signed: the record has two pasts"
                )
            }
        }
    }
}
