import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite struct AgencyTests {
    private func add(_ net: Net, _ name: String, short: String = "", code: String? = nil, from date: String = "2010-01-01") async throws -> AgencyID {
        try await Agencies.add(
            AgencyNaming(name: name, shortName: short, kind: .department, code: code),
            from: day(date),
            to: net.database,
            ids: net.ids,
            clock: net.clock
        ).id
    }

    @Test(arguments: Backend.available)
    func namesHoldForAPeriod(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let id = try await add(net, "Ủy ban nhân dân tỉnh Quảng Ninh", short: "UBND tỉnh", code: "H49")
            try await net.database.write { db in
                try Agencies.rename(
                    id,
                    to: AgencyNaming(name: "Ủy ban nhân dân thành phố Quảng Ninh", shortName: "UBND thành phố", kind: .peoplesCommittee, code: "H49"),
                    from: day("2026-09-01"),
                    in: db
                )
            }
            func name(_ date: String) async throws -> String? { try await net.database.read { try Agencies.name(of: id, on: day(date), in: $0) } }
            #expect(try await name("2009-12-31") == nil)
            #expect(try await name("2026-08-31") == "Ủy ban nhân dân tỉnh Quảng Ninh")
            #expect(try await name("2026-09-01") == "Ủy ban nhân dân thành phố Quảng Ninh")
            func find(_ text: String, _ date: String?) async throws -> [String] {
                try await net.database.read { try Agencies.find(name: text, on: date.map(day), in: $0) }.map(\.name)
            }
            #expect(try await find("uỷ ban nhân dân TỈNH Quảng Ninh", "2020-01-01") == ["Ủy ban nhân dân tỉnh Quảng Ninh"])
            #expect(try await find("uy ban nhan dan tinh quang ninh", "2026-10-01") == [])
            #expect(try await find("uy ban nhan dan tinh quang ninh", nil).count == 1)
            #expect(try await find("UBND thành phố", "2026-10-01").count == 1)
            #expect(try await net.database.read { try Agencies.find(code: "H49", on: day("2026-01-01"), in: $0) }?.shortName == "UBND tỉnh")
            #expect(try await net.database.read { try Agencies.history(of: id, in: $0) }.map(\.validTo) == [day("2026-08-31"), nil])
            await #expect(throws: AgencyRefusal.tooEarly(day("2026-09-01"))) {
                try await net.database.write {
                    try Agencies.rename(id, to: AgencyNaming(name: "X", shortName: "X", kind: .other), from: day("2026-09-01"), in: $0)
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func agenciesMergeAndDivide(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let finance = try await add(net, "Sở Tài chính", code: "H49.1")
            let planning = try await add(net, "Sở Kế hoạch và Đầu tư", code: "H49.2")
            let communication = try await add(net, "Sở Thông tin và Truyền thông", code: "H49.3")
            let science = try await add(net, "Sở Khoa học và Công nghệ", code: "H49.4")
            let date = day("2025-03-01")
            try await net.database.write { try Agencies.merge([finance, planning], into: finance, on: date, in: $0) }
            try await net.database.write { try Agencies.divide(communication, among: [science, finance], on: date, in: $0) }
            func current(_ id: AgencyID, _ date: String) async throws -> [AgencyID] {
                try await net.database.read { try Agencies.current(of: id, on: day(date), in: $0) }.map(\.id)
            }
            #expect(try await current(planning, "2025-02-28") == [planning])
            #expect(try await current(planning, "2025-03-01") == [finance])
            #expect(try await current(finance, "2025-03-01") == [finance])
            #expect(try await current(communication, "2026-01-01") == [finance, science])
            #expect(try await net.database.read { try Agencies.all(on: date, in: $0) }.map(\.name) == ["Sở Khoa học và Công nghệ", "Sở Tài chính"])
            #expect(try await net.database.read { try Agencies.successions(into: finance, in: $0) }.map(\.old) == [planning, communication])
            #expect(try await net.database.read { try Agencies.find(code: "H49.3", on: date, in: $0) } == nil)
            await #expect(throws: AgencyRefusal.ended(day("2025-02-28"))) {
                try await net.database.write { try Agencies.merge([planning], into: science, on: date, in: $0) }
            }
            await #expect(throws: AgencyRefusal.tooFew) {
                try await net.database.write { try Agencies.merge([science], into: science, on: date, in: $0) }
            }
            await #expect(throws: AgencyRefusal.sameTwice) {
                try await net.database.write { try Agencies.merge([science, science], into: finance, on: date, in: $0) }
            }
            await #expect(throws: AgencyRefusal.unknown) {
                try await net.database.write { try Agencies.merge([science], into: planning, on: date, in: $0) }
            }
            await #expect(throws: AgencyRefusal.tooFew) {
                try await net.database.write { try Agencies.divide(science, among: [science], on: date, in: $0) }
            }
            try await net.database.write { try Agencies.close(science, from: day("2027-01-01"), in: $0) }
            #expect(try await current(communication, "2027-01-01") == [finance])
        }
    }

    @Test(arguments: Backend.available)
    func aCodeIsOneAgencysAtATime(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            let old = try await add(net, "Sở A", code: "H1.1")
            await #expect(throws: AgencyRefusal.codeTaken(code: "H1.1", by: "Sở A")) { try await add(net, "Sở B", code: "H1.1", from: "2020-01-01") }
            try await net.database.write { try Agencies.close(old, from: day("2020-01-01"), in: $0) }
            let new = try await add(net, "Sở B", code: "H1.1", from: "2020-01-01")
            #expect(try await net.database.read { try Agencies.find(code: "H1.1", on: day("2019-12-31"), in: $0) }?.id == old)
            #expect(try await net.database.read { try Agencies.find(code: "H1.1", on: day("2020-01-01"), in: $0) }?.id == new)
            await #expect(throws: AgencyRefusal.nameMissing) { try await add(net, " ") }
            await #expect(throws: AgencyRefusal.codeInvalid("H 1")) { try await add(net, "X", code: "H 1") }
            await #expect(throws: AgencyRefusal.nameTooLong(limit: 200)) { try await add(net, String(repeating: "x", count: 201)) }
        }
    }
}
