import Foundation
import Logging
import PortalTesting
import Synchronization
import Testing

@testable import Notary

/// A record that waits looks twice a second; its log does not say so twice a second.
@Suite("What the log says of a record that waits")
struct RecordWaitTests {
    /// What happens after so many seconds, and what is said then.
    struct Moment: Sendable {
        enum Happening: Sendable { case waits, isFrozen, goesOn }

        let after: Int
        let happens: Happening
        /// Seconds of the line; nil: none is written.
        let says: Int?

        init(_ after: Int, _ happens: Happening, says: Int? = nil) {
            self.after = after
            self.happens = happens
            self.says = says
        }
    }

    static let histories: [[Moment]] = [
        [Moment(0, .goesOn), Moment(1, .goesOn)],
        [Moment(0, .waits, says: 0), Moment(1, .goesOn, says: 1), Moment(2, .goesOn)],
        [
            Moment(0, .waits, says: 0), Moment(1, .waits), Moment(59, .waits), Moment(60, .waits, says: 60), Moment(61, .waits),
            Moment(90, .goesOn, says: 90),
        ],
        [Moment(0, .waits, says: 0), Moment(1, .goesOn, says: 1), Moment(2, .waits, says: 0), Moment(3, .waits), Moment(9, .goesOn, says: 7)],
        [Moment(0, .waits, says: 0), Moment(1, .isFrozen, says: 1), Moment(2, .waits), Moment(3, .isFrozen), Moment(61, .isFrozen, says: 61)],
    ]

    @Test("once at the beginning, once a minute, at once when it is frozen, and when it goes on", arguments: histories)
    func lines(_ history: [Moment]) {
        var lines = WaitingLines()
        let start = ContinuousClock.now
        for moment in history {
            let now = start + .seconds(moment.after)
            let said =
                switch moment.happens {
                case .waits: lines.waits(isFrozen: false, at: now)
                case .isFrozen: lines.waits(isFrozen: true, at: now)
                case .goesOn: lines.goesOn(at: now)
                }
            #expect(said == moment.says.map { Duration.seconds($0) }, "\(moment)")
        }
    }

    @Test("a signer that is away for seconds is told of in two lines", .timeLimit(.minutes(5)), arguments: Backend.available)
    func signerAway(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let folder = URL(fileURLWithPath: "/tmp").appending(path: "caunoi-record-\(UUID().uuidString.prefix(8))")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let calls = Mutex(0)
            let log = LogMemory()
            let notary = RecordedNewsroom.notary(
                of: room.database,
                folder,
                signer: RecordedNewsroom.door(folder) {
                    calls.withLock { calls in
                        calls += 1
                        return calls > 3
                    }
                },
                logger: Logger(label: "test") { _ in log.handler }
            )
            try await RecordedNewsroom.running(notary) {
                #expect(notary.standing == .ready, "\(notary.standing)")
                for _ in 0..<400 where !log.lines.contains(where: { $0.hasPrefix("The record goes on") }) {
                    try await Task.sleep(for: .milliseconds(25))
                }
            }
            let said = log.lines.filter { $0.hasPrefix("The record ") }
            #expect(
                said.count == 2 && said.first?.hasPrefix("The record waits") == true && said.last?.hasPrefix("The record goes on") == true,
                "\(said)"
            )
        }
    }
}
