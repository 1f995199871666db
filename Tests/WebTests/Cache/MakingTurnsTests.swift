import HTTPTypes
import Hummingbird
import Synchronization
import Testing

@testable import Web

@Suite("Turns for pages that must be made")
struct MakingTurnsTests {
    private final class Who: Sendable {}

    /// Somebody who waits for a turn, in a task of their own, from the moment the turns know of it.
    private static func wait(_ turns: MakingTurns, _ who: Who, isRobot: Bool) async -> Task<MakingTurns.Turn?, Never> {
        let before = turns.waiting
        let task = Task { await turns.take(ObjectIdentifier(who), isRobot: isRobot) }
        for _ in 0..<2_000 where turns.waiting == before { try? await Task.sleep(for: .milliseconds(1)) }
        return task
    }

    private static func take(_ turns: MakingTurns, isRobot: Bool = false) async -> MakingTurns.Turn? {
        let who = Who()
        return await turns.take(ObjectIdentifier(who), isRobot: isRobot)
    }

    @Test("so many at a time, robots half of them; readers go before robots that came earlier")
    func order() async throws {
        let turns = MakingTurns(width: 4)
        #expect(await Self.take(turns, isRobot: true) == .robot)
        #expect(await Self.take(turns, isRobot: true) == .robot)
        let (robot, reader) = (Who(), Who())
        // Half of the turns is theirs; the third one waits while there is room.
        let third = await Self.wait(turns, robot, isRobot: true)
        #expect(await Self.take(turns) == .reader)
        #expect(await Self.take(turns) == .reader)
        let fifth = await Self.wait(turns, reader, isRobot: false)
        #expect(turns.waiting == 2)
        turns.give(.robot)
        #expect(await fifth.value == .reader && turns.waiting == 1)
        // One robot and three readers are at it: the place that a reader leaves may be a robot's.
        turns.give(.reader)
        #expect(await third.value == .robot && turns.waiting == 0)
    }

    @Test("a page that a reader wants too no longer waits as a robot's")
    func hurry() async throws {
        let turns = MakingTurns(width: 2)
        #expect(await Self.take(turns, isRobot: true) == .robot)
        let (robot, unknown) = (Who(), Who())
        let waiting = await Self.wait(turns, robot, isRobot: true)
        turns.hurry(ObjectIdentifier(unknown))
        #expect(turns.waiting == 1)
        turns.hurry(ObjectIdentifier(robot))
        #expect(await waiting.value == .reader && turns.waiting == 0)
    }

    @Test("whoever comes when too many wait is sent away; nothing is left over", arguments: [true, false])
    func full(_ isRobot: Bool) async throws {
        let turns = MakingTurns(width: 2, mostReaders: 1, mostRobots: 1)
        var had: [MakingTurns.Turn] = []
        for _ in 0..<(isRobot ? 1 : 2) { had.append(try #require(await Self.take(turns, isRobot: isRobot))) }
        let who = Who()
        let waiting = await Self.wait(turns, who, isRobot: isRobot)
        #expect(await Self.take(turns, isRobot: isRobot) == nil)
        turns.give(had[0])
        let turn = try #require(await waiting.value)
        for one in had.dropFirst() + [turn] { turns.give(one) }
        #expect(await Self.take(turns) == .reader)
        #expect(await Self.take(turns) == .reader)
    }

    @Test("when all turns are taken and too many wait, the page says so, and what is out of date is shown instead", .timeLimit(.minutes(1)))
    func pages() async throws {
        let face = try CountingFace(turns: MakingTurns(width: 2, mostReaders: 0, mostRobots: 0))
        let reader: HTTPFields = [.userAgent: "Mozilla/5.0 (Linux; Android 10)"]
        #expect(try await face.send("/", headers: reader).status == .ok)
        let turns = face.desk.turns
        for _ in 0..<2 { #expect(await Self.take(turns) == .reader) }
        // Ready pages need no turn.
        #expect(try await face.send("/", headers: reader).status == .ok)
        let away = try await face.send("/tin-tuc/", headers: reader)
        #expect(away.status == .serviceUnavailable && away.headers[.retryAfter] == "5")
        let robot = try await face.send("/tin-tuc/")
        #expect(robot.status == .serviceUnavailable && robot.headers[.retryAfter] == "60")
        #expect(face.registry.text().contains("http_requests_total{method=\"GET\",route=\"busy\",status=\"503\"} 2"), "who is sent away is counted")
        face.desk.cache.invalidateEverything()
        #expect(try await face.send("/", headers: reader).status == .ok)
        #expect(face.resolver.made("/") == 1)
        for _ in 0..<2 { turns.give(.reader) }
        #expect(try await face.send("/tin-tuc/", headers: reader).status == .ok)
    }
}
