import ArgumentParser
import Casework
import Foundation
import PortalNetwork
import Publishing
import Store

/// Measures how many letters become cases in a second, each durable before its receipt, and how long the desk's lists take among them, on a demo.
struct CaseBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case-bench",
        abstract: "Measure receiving and listing cases, on a demo.",
        shouldDisplay: false
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "How many send at once.") var senders = 64
    @Option(name: .long, help: "Letters altogether.") var letters = 5_000
    @Option(name: .long, help: "How often each list is asked for.") var asked = 60
    @Option(name: .long, help: "Bits of the proof that each letter carries, as in a flood: worked out beforehand, looked at with the letter.")
    var proofBits: Int?

    /// A form with its proof.
    private struct Form: Sendable {
        let ticket: FormTicket
        let proof: String
    }

    func validate() throws {
        if let proofBits, !FloodBounds.allowedBits.contains(proofBits) {
            throw ValidationError("--proof-bits is a number from 1 to \(FloodBounds.allowedBits.upperBound)")
        }
    }

    private struct Answer: Encodable {
        let perSecond: Double
        let p50: Double
        let p99: Double
        let cases: Int
        var lists: [String: [Double]] = [:]
    }

    func run() async throws {
        let console = global.console
        try await Program.with(try global.settings()) { program in
            let casework = try await CaseworkParts(program, addresses: Addresses(program.kinds) { SectionIndex() }).casework
            guard let site = program.directory.tree.all.first(where: { $0.code == "anson" }), let track = casework.tracks["question"] else {
                throw UsageFault("this is not the demo")
            }
            var answer = try await receive(casework, track, site)
            let by = try await Self.by(program)
            for view in CaseQuery.View.allCases {
                answer.lists[view.rawValue] = try await list(view, casework, site, by)
            }
            answer.lists["words"] = try await list(.open, casework, site, by, words: "nước sạch")
            let lists = answer.lists.sorted { $0.key < $1.key }.map { "\($0.key): p50 \($0.value[0]) ms, p95 \($0.value[1]) ms" }
            let head = "\(answer.perSecond)/s, p50 \(answer.p50) ms, p99 \(answer.p99) ms, \(answer.cases) cases"
            try console.result(answer, text: ([head] + lists).joined(separator: "\n"))
        }
    }

    private func receive(_ casework: Casework, _ track: Track, _ site: Site) async throws -> Answer {
        let (each, clock) = (max(1, letters / senders), ContinuousClock())
        var forms: [Form] = []
        if let proofBits { forms = try await Self.forms(casework, senders * each, bits: proofBits) }
        let (proven, bits, bounds) = (forms, proofBits ?? 0, FloodBounds())
        let start = clock.now
        let times = try await withThrowingTaskGroup(of: [Double].self) { tasks in
            for sender in 0..<senders {
                tasks.addTask {
                    var times: [Double] = []
                    for number in 0..<each {
                        let letter = Submission(
                            track: track,
                            name: "Người gửi \(sender)",
                            phone: "0912 \(100_000 + (sender * each + number) % 900_000)",
                            title: "Nước sạch ở tổ \(number % 500) yếu từ đầu tuần",
                            text: String(repeating: "Nước chảy rất yếu vào buổi tối, bà con mong được xem xét sớm. ", count: 8)
                        )
                        let began = clock.now
                        let form = proven.isEmpty ? nil : proven[sender * each + number]
                        if let form, casework.verdict(form.proof, of: form.ticket, bits: bits, bounds) != .good {
                            throw CaseRefusal.proofOfWork
                        }
                        _ = try await casework.receive(letter, on: site, ticket: form?.ticket)
                        times.append((clock.now - began) / .milliseconds(1))
                    }
                    return times
                }
            }
            return try await tasks.reduce(into: []) { $0 += $1 }.sorted()
        }
        let seconds = (clock.now - start) / .seconds(1)
        let cases = try await casework.count()
        return Answer(perSecond: (Double(times.count) / seconds).rounded(), p50: Self.share(times, 0.5), p99: Self.share(times, 0.99), cases: cases)
    }

    /// Forms as people open them in a flood, with their proofs worked out before anything is measured.
    private static func forms(_ casework: Casework, _ count: Int, bits: Int) async throws -> [Form] {
        try await withThrowingTaskGroup(of: Form.self) { tasks in
            for _ in 0..<count {
                tasks.addTask {
                    guard let ticket = casework.ticket(casework.ticket()) else { throw UsageFault("a form of its own is not known to the program") }
                    return Form(ticket: ticket, proof: casework.proof(of: ticket, bits: bits).solved())
                }
            }
            return try await tasks.reduce(into: []) { $0.append($1) }
        }
    }

    private func list(_ view: CaseQuery.View, _ casework: Casework, _ site: Site, _ by: Casework.By, words: String = "") async throws -> [Double] {
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<asked {
            let began = clock.now
            _ = try await casework.list(
                CaseQuery(
                    view: view,
                    desks: by.tree.subtree(of: site.id),
                    person: by.person.id,
                    terms: casework.terms(of: words),
                    limit: 41
                ),
                by: by
            )
            times.append((clock.now - began) / .milliseconds(1))
        }
        times.sort()
        return [Self.share(times, 0.5), Self.share(times, 0.95)]
    }

    private static func share(_ times: [Double], _ part: Double) -> Double {
        times.isEmpty ? 0 : (times[min(Int(Double(times.count) * part), times.count - 1)] * 10).rounded() / 10
    }

    private static func by(_ program: Program) async throws -> Casework.By {
        let now = program.clock.now()
        let found = try await program.database.read { db -> (Actor, Person)? in
            guard let person = try People.find(handle: "truong-ban", in: db), let actor = try People.actor(for: person.id, at: now, in: db) else {
                return nil
            }
            return (actor, person)
        }
        guard let (actor, person) = found else { throw UsageFault("there is no 'truong-ban': measure on what 'caunoi demo' makes") }
        return Casework.By(actor, person, in: program.directory.tree, from: Access.Caller(address: "127.0.0.1", agent: "bench"))
    }
}
