import ArgumentParser
import Foundation
import PortalNetwork
import Publishing
import Search
import Store

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "The search of the portals: its index, recommended results, synonyms, and what readers did not find.",
        discussion: "The index is made anew with 'caunoi reindex'; recommendations, synonyms and counted queries stay.",
        subcommands: [SearchStats.self, SearchPromote.self, SearchSynonyms.self, SearchMisses.self, SearchBench.self]
    )
}

private struct SearchStats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "stats", abstract: "What the index of this node holds, and how far it is.")
    @OptionGroup var global: GlobalOptions

    private struct Answer: Encodable {
        let file: String
        let documents: Int
        let words: Int
        let tags: Int
        let bytes: Int64
        let behind: Int64
        let isErasing: Bool
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            try await SearchParts.with(program) { parts in
                let found = try await parts.index.statistics()
                let head = try await program.database.read { try EventLog.head($0) }
                let answer = Answer(
                    file: parts.index.path,
                    documents: found.documents,
                    words: found.words,
                    tags: found.tags,
                    bytes: found.bytes,
                    behind: head - found.cursor,
                    isErasing: found.isPurging
                )
                try global.console.result(
                    answer,
                    text: """
                        \(answer.documents) documents, \(answer.words) words, \(answer.tags) tags in \(answer.file) (\(answer.bytes / 1_000_000) MB)
                        \(answer.behind == 0 ? "up to date" : "\(answer.behind) entries behind; a running server follows by itself")\
                        \(answer.isErasing ? "\nerased words are being taken out of the file" : "")
                        """
                )
            }
        }
    }
}

private struct SearchPromote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote",
        abstract: "Put an item first for a query on a portal; without an item, list what is put first.",
        discussion:
            "Marks, case and abbreviations' spelling do not matter: 'Lịch tiêm' and 'lich tiem' are one query. Servers take it up within half a minute."
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Argument(help: "The query.") var query: String?
    @Argument(help: "The item's id, the last part of its address.") var item: String?
    @Flag(name: .long, help: "Take it back (without an item: all of the query).") var remove = false

    private struct Line: Encodable {
        let query: String
        let item: String
        let title: String?
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            try await SearchParts.with(program) { parts in
                let site = try program.directory.tree.named(site).id
                let id = try item.map { text in
                    guard let id = ItemID(String(text.suffix(13))) else {
                        throw UsageFault("'\(text)' is not an item's id; it is the last 13 characters of its address")
                    }
                    return id
                }
                if let query, remove {
                    let gone = try await parts.notes.demote(id, for: query, on: site)
                    guard gone > 0 else { throw UsageFault("nothing was put first for '\(query)'") }
                } else if let query, let id {
                    guard let card = try await program.reader.cards([id]).first else {
                        throw UsageFault("the item \(id) is not public; only what is can be recommended")
                    }
                    guard card.site == site else { throw UsageFault("the item \(id) belongs to another portal") }
                    try await parts.notes.promote(id, for: query, on: site)
                }
                let all = try await parts.notes.promotions(on: site)
                let titles = Dictionary(try await program.reader.cards(all.map(\.item)).map { ($0.item, $0.content.title) }) { first, _ in first }
                let lines = all.map { Line(query: $0.query, item: "\($0.item)", title: titles[$0.item]) }
                try global.console.result(lines, text: Console.table(lines.map { [$0.query, $0.item, $0.title ?? "(not public)"] }))
            }
        }
    }
}

private struct SearchSynonyms: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synonyms",
        abstract: "Short forms that search reads like what they stand for, beside the standard ones; without arguments, list them.",
        discussion:
            "'caunoi search synonyms BVĐK \"bệnh viện đa khoa\"' adds one; --off takes a standard one out of use; --reset forgets what was set."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The short form.") var short: String?
    @Argument(help: "What it stands for.") var expansion: String?
    @Flag(name: .long, help: "Do not read the standard short form so here.") var off = false
    @Flag(name: .long, help: "Forget what was set for the short form.") var reset = false

    private struct Line: Encodable {
        let short: String
        let expansion: String?
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            try await SearchParts.with(program) { parts in
                if let short {
                    if reset {
                        guard try await parts.notes.forgetSynonym(short) else { throw UsageFault("nothing was set for '\(short)'") }
                    } else if off {
                        try await parts.notes.setSynonym(short, nil)
                    } else if let expansion {
                        try await parts.notes.setSynonym(short, expansion)
                    } else {
                        throw UsageFault("say what '\(short)' stands for, or give --off or --reset")
                    }
                }
                let lines = try await parts.notes.ownSynonyms().map { Line(short: $0.short, expansion: $0.expansion) }
                try global.console.result(lines, text: Console.table(lines.map { [$0.short, $0.expansion ?? "(off)"] }))
            }
        }
    }
}

private struct SearchMisses: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "misses",
        abstract: "Queries that found nothing, most asked first: what readers want and do not find.",
        discussion:
            "Counted by day and portal; nothing about readers is kept, and queries with telephone or identity numbers or addresses are not counted."
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Option(name: .long, help: "Over so many days.") var days = 30
    @Option(name: .long, help: "So many at most.") var limit = 50

    func run() async throws {
        try await Program.with(global.settings()) { program in
            try await SearchParts.with(program) { parts in
                let site = try program.directory.tree.named(site).id
                let lines = try await parts.notes.misses(on: site, days: max(1, days), limit: max(1, limit))
                try global.console.result(lines, text: Console.table(lines.map { ["\($0.missed)", $0.query] }))
            }
        }
    }
}
