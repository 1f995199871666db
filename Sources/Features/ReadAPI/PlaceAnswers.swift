import Hummingbird
import PortalNetwork
import Publishing
import Vietnamese
import Web

/// Portals and their sections.
extension ReadAPI {
    func sites(_ question: Question, _ request: Request) throws -> ByteAnswer {
        let all = try scope(of: question).sorted { $0.id < $1.id }
        return try list("sites", all, id: \.id.rawValue, question, request) { site, writer in writer.object { self.write(site, question.visit, &$0) }
        }
    }

    func site(_ question: Question) throws -> ByteAnswer {
        let site = try site(named: question[text: "id"] ?? "", question)
        var writer = JSONWriter()
        writer.object { self.write(site, question.visit, &$0) }
        return answer(writer, question)
    }

    func sections(_ question: Question, _ request: Request) throws -> ByteAnswer {
        let index = sections()
        let all = try scope(of: question).flatMap { index.all(on: $0.id) }.sorted { $0.id < $1.id }
        return try list("sections", all, id: \.id.rawValue, question, request) { section, writer in
            writer.object { self.write(section, index, question.visit, &$0) }
        }
    }

    /// A page of values that stand in memory in the order of their ids.
    private func list<Value>(
        _ name: String,
        _ all: [Value],
        id: (Value) -> Int64,
        _ question: Question,
        _ request: Request,
        _ write: (Value, inout JSONWriter) -> Void
    ) throws -> ByteAnswer {
        let after = try question.cursor()?.first ?? -1
        let rest = all.filter { id($0) > after }
        let shown = rest.prefix(question.limit)
        let next = try rest.count > shown.count ? shown.last.map { try question.next(WalkCursor(id($0)), request) } : nil
        var writer = JSONWriter()
        writer.object { writer in
            writer.array(name) { for value in shown { write(value, &$0) } }
            writer.member("next", next)
        }
        return answer(writer, question, next: next)
    }

    private func write(_ site: Site, _ visit: Visit, _ writer: inout JSONWriter) {
        let tree = visit.tree
        writer.member("id", "\(site.id)")
        writer.member("code", site.code)
        writer.member("kind", site.kind.rawValue)
        writer.member("status", site.status.rawValue)
        writer.member("language", site.language.rawValue)
        writer.member("name", site.name)
        writer.member("short_name", site.shortName)
        writer.member("url", visit.face.origins.url(site))
        writer.member("api", visit.face.origins.url(site, "/api/v1/"))
        writer.array("hosts") { for host in site.hosts { $0.string(host) } }
        writer.member("tier", tree.tier(of: site.id))
        writer.member("parent", site.parent.flatMap { tree[$0]?.code })
        writer.object("contact") { writer in
            writer.member("address", site.contact.address)
            writer.member("phone", site.contact.phone)
            writer.member("fax", site.contact.fax)
            writer.member("email", site.contact.email)
            writer.member("responsible", site.contact.responsible)
            writer.member("licence", site.contact.licence)
        }
    }

    private func write(_ section: Section, _ index: SectionIndex, _ visit: Visit, _ writer: inout JSONWriter) {
        let site = visit.tree[section.site]
        writer.member("id", "\(section.id)")
        writer.member("site", site?.code)
        writer.member("code", section.code)
        writer.member("kind", section.kind.rawValue)
        writer.member("name", section.name)
        writer.member("summary", section.summary)
        writer.member("url", site.flatMap { visit.face.origins.url($0, Self.path(of: section)) })
        writer.member("parent", section.parent.flatMap { index[$0]?.code })
        writer.member("opens_on", section.opensOn?.description)
        writer.member("closes_on", section.closesOn?.description)
    }

    static func path(of section: Section) -> String { section.kind == .topic ? "/chuyen-trang/\(section.code)/" : "/\(section.code)/" }
}
