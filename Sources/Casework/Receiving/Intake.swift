import PortalNetwork
import Publishing
import Store
import Synchronization
import Vietnamese

/// Cases that arrive together are committed together: the disk is synced once for the keys of all, once for all of them. Nobody sees a receipt before
/// both are durable.
final class Intake: Sendable {
    /// Cases in one transaction at most.
    private static let most = 128

    /// A case that is whole but for its number: checked, sealed, waiting to be written.
    struct Ready: Sendable {
        let id: CaseID
        let site: SiteID
        let prefix: String
        let year: Int
        let write: @Sendable (ReceiptCode, ItemKeys, any Connection) throws -> Void
    }

    private struct Waiter {
        let ready: Ready
        let continuation: CheckedContinuation<ReceiptCode, any Error>
    }

    private struct Waiting {
        var cases: [Waiter] = []
        var isRunning = false
    }

    private let database: any Database
    private let keyring: Keyring
    private let waiting = Mutex(Waiting())

    init(_ database: any Database, _ keyring: Keyring) {
        self.database = database
        self.keyring = keyring
    }

    func take(_ ready: Ready) async throws -> ReceiptCode {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            let starts = waiting.withLock { waiting in
                waiting.cases.append(Waiter(ready: ready, continuation: continuation))
                defer { waiting.isRunning = true }
                return !waiting.isRunning
            }
            if starts { Task { await work() } }
        }
    }

    private func work() async {
        while true {
            let group = waiting.withLock { waiting in
                let group = Array(waiting.cases.prefix(Self.most))
                waiting.cases.removeFirst(group.count)
                if group.isEmpty { waiting.isRunning = false }
                return group
            }
            if group.isEmpty { return }
            await commit(group)
        }
    }

    private func commit(_ group: [Waiter]) async {
        do {
            let ids = group.map { ItemID(rawValue: $0.ready.id.rawValue) }
            try await keyring.create(for: ids)
            let keys = try await keyring.keys(for: ids)
            let ready = group.map(\.ready)
            let codes = try await database.write { db in
                // Numbers are given in blocks: one statement for each portal and year.
                var codes: [ReceiptCode?] = Array(repeating: nil, count: ready.count)
                for (place, indexes) in Dictionary(grouping: ready.indices, by: { Place(ready[$0]) }).sorted(by: { $0.key < $1.key }) {
                    let last = try Self.numbers(indexes.count, place, db)
                    for (offset, index) in indexes.enumerated() {
                        let code = ReceiptCode(prefix: place.prefix, year: place.year, number: last - indexes.count + 1 + offset)
                        try ready[index].write(code, keys, db)
                        codes[index] = code
                    }
                }
                return codes.compactMap(\.self)
            }
            for (waiter, code) in zip(group, codes) { waiter.continuation.resume(returning: code) }
        } catch {
            // What ended the transaction may be one case's doing: each gets one of its own.
            guard group.count > 1, !Self.concernsAll(error) else { return group.forEach { $0.continuation.resume(throwing: error) } }
            for waiter in group { await commit([waiter]) }
        }
    }

    private static func concernsAll(_ error: any Error) -> Bool {
        switch error {
        case StoreFault.unreachable, StoreFault.replica, StoreFault.closed, is CancellationError: true
        default: false
        }
    }

    struct Place: Hashable, Comparable {
        let prefix: String
        let year: Int
        init(_ ready: Ready) { (prefix, year) = (ready.prefix, ready.year) }
        init(prefix: String, year: Int) { (self.prefix, self.year) = (prefix, year) }
        static func < (a: Place, b: Place) -> Bool { (a.prefix, a.year) < (b.prefix, b.year) }
    }

    /// Takes so many numbers; the last of them.
    static func numbers(_ count: Int, _ place: Place, _ db: any Connection) throws -> Int {
        let last = try db.value(
            """
            INSERT INTO case_number (prefix, year, last) VALUES (\(place.prefix), \(place.year), \(count))
            ON CONFLICT (prefix, year) DO UPDATE SET last = case_number.last + \(count) RETURNING last
            """,
            as: Int.self
        )
        guard let last else { throw StoreFault.damaged("a running number was not kept") }
        return last
    }
}
