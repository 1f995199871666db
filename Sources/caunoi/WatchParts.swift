import Foundation
import Logging
import Notary
import Outbound
import PortalNetwork
import PublicRecord
import Publishing
import RichText
import Store
import Vietnamese
import Watch
import Web

/// The watcher's grounds, put together: this installation, of which everything can be made anew, and others with the same software.
struct WatchParts: Sendable {
    let ground: Ground
    let visitor: Visitor
    let chromium: Chromium?
    /// The absolute address under which a place is fetched.
    let address: @Sendable (PagePlace) -> String
    /// Where an item's page is; nil where it has none.
    let page: @Sendable (_ item: String) async throws -> PagePlace?

    var check: PageCheck { PageCheck(ground, visitor: visitor, chromium: chromium, address: address) }

    /// Where readers' addresses lead when the watcher asks: scheme, address and port of the proxy or the program itself.
    struct Way: Sendable {
        let scheme: String
        let address: IPAddress
        let port: Int

        init(_ text: String) throws {
            let parsed: ForeignAddress
            do { parsed = try ForeignAddress(text) } catch {
                throw UsageFault("--via '\(text)': \(error); give an address such as http://127.0.0.1:8080")
            }
            guard case .address(let address) = parsed.host else { throw UsageFault("--via '\(text)': give the address in numbers") }
            (scheme, self.address, port) = (parsed.scheme.rawValue, address, parsed.port)
        }
    }

    /// This installation.
    static func own(_ program: Program, _ portal: Portal, way: Way?, browser: Bool) async throws -> WatchParts {
        let (router, _) = try portal.router(MetricsRegistry(), lines: nil)
        let maker = PageMaker(router, logger: Logger(label: "caunoi.watch") { LogLines(label: $0, level: .error) })
        let directory = program.directory
        let canonical = CanonicalText { host in directory.tree.site(host: host) != nil }
        let (kinds, reader) = (program.kinds, program.reader)
        let record = LiveRecord(
            source: LogSource(record: program.record),
            trust: try await trust(program),
            objects: { commitment in if case .there(let bytes) = try await reader.object(commitment) { bytes } else { nil } },
            reading: { object, commitment in Self.card(object, commitment, kinds, canonical) }
        )
        let ground = Ground(
            record: record,
            words: portal.face.words,
            hosts: { Set(directory.tree.all.flatMap(\.hosts)) },
            portal: { host in directory.tree.site(host: host).map { Ground.Portal(code: $0.code, language: $0.language) } },
            right: { target, host in
                let made = try await maker.make(target, on: host)
                return Ground.Right(status: made.status, location: made.location, contentType: made.contentType, body: made.bytes)
            },
            furniture: { host in
                guard let site = directory.tree.site(host: host) else { return [] }
                guard let said = await record.chrome(of: site.code) else { return [PageFinding(.chrome, found: site.name, place: "site")] }
                let moment = Instant(rawValue: said.at * 1000)
                return try await reader.chromeDifferences(of: site.id, from: said.commitment, at: moment).map {
                    PageFinding(.chrome, expected: $0.recorded, found: $0.found, place: $0.member)
                }
            }
        )
        let origins = portal.face.origins
        let addresses = portal.addresses
        return WatchParts(
            ground: ground,
            visitor: try Visitor(own: OwnNames(way: way?.address)),
            chromium: browser ? Chromium(way: way.map { "\($0.address):\($0.port)" }) : nil,
            address: { place in
                guard let way else { return origins.origin(host: place.host) + place.target }
                let isUsual = way.port == (way.scheme == "https" ? 443 : 80)
                return "\(way.scheme)://\(place.host)" + (isUsual ? "" : ":\(way.port)") + place.target
            },
            page: { id in
                guard let item = ItemID(id) else { return nil }
                do {
                    guard let card = try await reader.cards([item]).first, let host = directory.tree[card.site]?.hosts.first else { return nil }
                    return PagePlace(host: host, target: addresses.path(of: card))
                } catch {
                    // What is kept of it is damaged: its page is looked at by its id alone.
                    let code = await record.item(id)?.site
                    return code.flatMap { directory.tree.site(code: $0)?.hosts.first }.map { PagePlace(host: $0, target: "/tin/\(id)") }
                }
            }
        )
    }

    /// Another installation, by an address on one of its hosts.
    static func foreign(_ origin: String, host: String, _ program: Program, trust: HeadTrust, browser: Bool) throws -> WatchParts {
        let policy = program.settings.outbound
        let visitor = try Visitor(foreign: policy)
        let prefix = origin + LogPlaces.path(of: host, trust)
        let (kinds, canonical) = (program.kinds, CanonicalText { $0 == host })
        @Sendable func read(_ path: String) async throws -> Visitor.Answer { try await visitor.get("\(prefix)/\(path)", as: .desktop) }
        let record = LiveRecord(
            source: LogSource(name: prefix) { path in
                let answer = try await read(path)
                guard answer.status == 200 else { throw CopyFault.unanswered("\(prefix)/\(path) answers \(answer.status)") }
                return answer.body
            },
            trust: trust,
            objects: { commitment in
                let answer = try await read("o/\(commitment.hex)")
                return answer.status == 200 ? answer.body : nil
            },
            reading: { object, commitment in Self.card(object, commitment, kinds, canonical) }
        )
        let texts = try ProgramTexts(features: Features.all())
        return WatchParts(
            ground: Ground(record: record, words: texts.words, hosts: { [host] }, portal: { _ in nil }),
            visitor: visitor,
            chromium: browser ? Chromium() : nil,
            address: { place in origin + place.target },
            page: { id in
                // Its host knows where it stands: an id alone leads there.
                let answer = try await visitor.get("\(origin)/tin/\(id)", as: .desktop)
                guard let location = answer.location else { return answer.status == 200 ? PagePlace(host: host, target: "/tin/\(id)") : nil }
                return location.hasPrefix("/") ? PagePlace(host: host, target: location) : nil
            }
        )
    }

    private static func card(_ object: [UInt8], _ commitment: Commitment, _ kinds: KindRegistry, _ canonical: CanonicalText) -> LiveItem.Card? {
        guard let read = EditionReading(object, commitment, kinds: kinds, canonical: canonical) else { return nil }
        let card = read.card
        return LiveItem.Card(
            title: card.title,
            summary: card.summary,
            kicker: card.kicker,
            pictures: Set(read.assets + (card.picture.map { [$0.asset] } ?? [])),
            body: read.text
        )
    }

    /// Whose signature counts for this installation's own record: the operator's policy, else the key that was seen first, kept beside the database, so that who
    /// changes the database cannot bring a key of his own.
    private static func trust(_ program: Program) async throws -> HeadTrust {
        if let policy = try program.settings.witnessPolicy() { return HeadTrust(policy: policy) }
        let folder = LogFolder("\(program.settings.dataFolder)/watch")
        if let kept = try? folder.read("key") {
            let text = String(decoding: kept, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            return HeadTrust(keys: [try VerifierKey(text)])
        }
        guard let key = try await program.database.read({ try RecordHead.read($0).key }) else {
            throw UsageFault("nothing of this record is signed yet; 'caunoi serve' or 'caunoi log adopt' signs it")
        }
        try believe(key, program.settings)
        return HeadTrust(keys: [try VerifierKey(key)])
    }

    /// Takes a key for that of this installation's own record.
    static func believe(_ key: String, _ settings: Settings) throws {
        try LogFolder("\(settings.dataFolder)/watch").write(Array((key + "\n").utf8), to: "key")
    }
}
