import Logging
import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@testable import Publishing

/// What is added up of reads beside what the days themselves say, over days with and without reads.
@Suite("Reads added up") struct ReadSumTests {
    /// What a portal's item was read on a day, straight from the days.
    private static func plain(_ sites: [SiteID], _ days: Int, _ today: Int, _ db: any Connection) throws -> [MostRead] {
        try db.rows(
            """
            SELECT item, SUM(n) FROM item_view_day WHERE site IN (\(list: sites)) AND day > \(today - days) AND day <= \(today)
            GROUP BY item ORDER BY SUM(n) DESC, item DESC LIMIT 3
            """
        ).map { MostRead(item: try $0[0], n: try $0[1]) }
    }

    @Test("the sums are those of the days, whatever passes between two reads", arguments: Backend.available)
    func sums(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            var items: [ItemID] = []
            for number in 1...6 { items.append(try await room.publish(.about("Tin \(number)")).item) }
            // Two of them stand on the portal below.
            try await room.database.write { [moved = Array(items.suffix(2))] db in
                try db.execute("UPDATE item SET site = \(room.department) WHERE id IN (\(list: moved))")
            }
            let views = ViewCounts(database: room.database, clock: room.clock.clock, logger: Logger(label: "test"))
            let both = [room.province, room.department]
            var number = 0
            for gap in [0, 1, 1, 1, 3, 1, 6, 1, 7, 2, 8, 70, 1, 1] as [Int64] {
                room.clock.advance(seconds: gap * 86_400)
                number += 1
                for (place, item) in items.enumerated() where (number * (place + 3)) % 4 != 0 {
                    for _ in 0..<(number * 7 + place * 5) % 6 + 1 { views.count(item) }
                }
                await views.flush()
                for later in [0, 1, 5] as [Int64] {
                    let today = room.clock.now.adding(seconds: later * 86_400).civilDate
                    for sites in [both, [room.province], [room.department]] {
                        try await room.database.read { [number] db in
                            let week = try MostRead.read(sites, .week, until: today, limit: 3, db)
                            #expect(try week == Self.plain(sites, 7, today.dayNumber, db), "step \(number), \(later) days later")
                            let day = try MostRead.read(sites, .day, until: today, limit: 3, db)
                            #expect(try day == Self.plain(sites, 1, today.dayNumber, db), "step \(number), \(later) days later")
                            let days = try MostRead.byDay(sites, days: 2, until: today, db).map(\.n)
                            let sum: Int? = try db.value(
                                """
                                SELECT COALESCE(SUM(n), 0) FROM item_view_day WHERE site IN (\(list: sites)) AND day >= \(today.dayNumber - 1)
                                """
                            )
                            #expect(days.reduce(0, +) == sum)
                        }
                    }
                }
            }
        }
    }
}
