import ArgumentParser
import Exchange
import Foundation
import PortalNetwork
import Publishing
import Search
import Store
import Vietnamese

/// Measures the index by itself: documents made of real sentences, no two alike, put straight into a file of its own.
struct SearchBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure the index on documents recombined from real sentences (JSON Lines of articles).",
        shouldDisplay: false
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "JSON Lines with 'title' and 'body'; .zst and .gz are read as they are.") var articles: String
    @Option(name: .long, help: "Documents to make.") var count = 100_000
    @Option(name: .long, help: "Index file; kept and used again when it holds as many.") var file: String
    @Option(name: .long, help: "Runs of each query.") var runs = 40
    @Flag(name: .long, help: "Index the articles as they are, and look their titles up without marks.") var knownItems = false

    @Option(name: .long, help: "Put all on the portal of this number, under the ids that script/bench desk gives its articles.") var site: Int64?
    @Flag(name: .long, help: "Only fill the file.") var fillOnly = false

    private struct Source: Decodable {
        let title: String
        let summary: String?
        let body: String?
    }

    struct Figure: Encodable {
        let name: String
        let found: String
        let p50: Double
        let p95: Double
    }

    private struct Answer: Encodable {
        var documents = 0
        var documentsPerSecond: Double?
        var megabytes = 0.0
        var knownItems: Double?
        var figures: [Figure] = []
    }

    func run() async throws {
        let index = try await SearchParts.openIndex(file, Program.logger(global.settings(), label: "caunoi.bench"))
        let sources = try read()
        guard !sources.isEmpty else { throw UsageFault("no articles in '\(articles)'") }
        var answer = Answer()
        let wanted = knownItems ? min(count, sources.count) : count
        if try await index.statistics().documents != wanted {
            try await index.clear()
            let start = Date()
            try await fill(index, sources, wanted)
            answer.documentsPerSecond = Double(wanted) / Date().timeIntervalSince(start)
        }
        let statistics = try await index.statistics()
        answer.documents = statistics.documents
        answer.megabytes = Double(statistics.bytes) / 1e6
        if knownItems {
            answer.knownItems = try await knownItems(index, Array(sources.prefix(wanted)))
        } else {
            answer.figures = fillOnly ? [] : try await measure(index, sources)
        }
        await index.close()
        try global.console.result(answer, text: Self.table(answer))
    }

    private func read() throws -> [Source] {
        let reader = LineReader(try ByteSource(path: articles))
        var sources: [Source] = []
        let decoder = JSONDecoder()
        while let line = try reader.next() {
            guard let text = line.text, let source = try? decoder.decode(Source.self, from: Data(text.utf8)) else { continue }
            sources.append(source)
            if sources.count >= 25_000 { break }
        }
        return sources
    }

    // MARK: Documents

    private static let surroundings = Surroundings(
        sites: { [$0, SiteID(rawValue: $0.rawValue % 5 + 101), SiteID(rawValue: 100)] },
        sections: { [$0] }
    )

    private func fill(_ index: SearchIndex, _ sources: [Source], _ wanted: Int) async throws {
        var random = BenchRandom(state: 20_261_121)
        let sentences = knownItems ? [] : sources.prefix(8_000).flatMap { Self.sentences(of: $0.body ?? "") }
        var batch: [SearchDocument] = []
        let newest = Int64(1_795_219_200_000)
        for number in 0..<wanted {
            let source = sources[knownItems ? number : random.below(sources.count)]
            var body = source.body ?? ""
            if !knownItems {
                var parts: [Substring] = []
                var length = 0
                while length < 1_700 {
                    let sentence = sentences[random.below(sentences.count)]
                    parts.append(sentence)
                    length += sentence.utf8.count
                }
                body = parts.joined(separator: " ")
            }
            batch.append(
                SearchDocument(
                    item: ItemID(rawValue: site == nil ? Int64(number + 1) : Int64(number + 1) << 22 | 1),
                    edition: 1,
                    site: SiteID(rawValue: site ?? Int64(random.below(40))),
                    section: SectionID(rawValue: Int64(random.below(60) + 1)),
                    kind: random.below(20) == 0 ? "page" : "news",
                    language: random.below(10) == 0 ? .en : .vi,
                    publishedAt: Instant(rawValue: newest - Int64(wanted - number) * (10 * 365 * 86_400_000 / Int64(wanted))),
                    title: source.title,
                    summary: knownItems ? source.summary ?? "" : "",
                    body: body
                )
            )
            if batch.count == 1_000 || number == wanted - 1 {
                try await index.add(batch, Self.surroundings)
                batch = []
                global.console.note("\(number + 1) of \(wanted)")
            }
        }
    }

    private static func sentences(of body: String) -> [Substring] {
        body.split(whereSeparator: { ".!?\n".contains($0) }).map { $0.drop { $0 == " " } }.filter { (30...400).contains($0.utf8.count) }
    }

    // MARK: Queries

    private func measure(_ index: SearchIndex, _ sources: [Source]) async throws -> [Figure] {
        let everything = SearchRequest.Scope.everything
        var figures: [Figure] = []
        func request(_ text: String, _ change: (inout SearchRequest) -> Void = { _ in }) -> SearchRequest {
            var request = SearchRequest(text, scope: everything)
            change(&request)
            return request
        }
        let cases: [(String, [SearchRequest])] = [
            ("one common word", ["viet", "nam", "nguoi", "hai", "trong"].map { request($0) }),
            ("one rare word", ["vietlott", "bauxite", "smartphone", "messi", "unesco"].map { request($0) }),
            ("two common words", ["viet nam", "nguoi dan", "mot ngay", "cong viec", "thoi gian"].map { request($0) }),
            ("common and rare", ["viet vietlott", "nguoi unesco", "trong bauxite", "nam messi"].map { request($0) }),
            ("two broad words apart", ["nguoi nam", "trong hai", "cua nhung", "mot khong"].map { request($0) }),
            ("phrase of 2", ["\"thu tuc\"", "\"ha noi\"", "\"giao thong\"", "\"kinh te\""].map { request($0) }),
            ("phrase of 3", ["\"thanh pho ho\"", "\"bo giao duc\"", "\"co quan chuc\""].map { request($0) }),
            ("phrase of 4", ["\"thanh pho ho chi\"", "\"thu tuc hanh chinh\"", "\"uy ban nhan dan\""].map { request($0) }),
            ("with marks, broad", ["người dân", "Việt Nam", "thời gian", "công việc"].map { request($0) }),
            ("with marks, four words", ["thủ tục hành chính", "uỷ ban nhân dân", "an toàn giao thông", "biến đổi khí hậu"].map { request($0) }),
            ("synonym", ["ubnd tinh", "hdnd thanh pho", "ubnd"].map { request($0) }),
            (
                "broad with filters",
                ["viet nam", "nguoi dan", "nam"].map { text in
                    request(text) {
                        ($0.scope, $0.kind, $0.from) = (.subtree(SiteID(rawValue: 102)), "news", CivilDate(year: 2020, month: 1, day: 1))
                    }
                }
            ),
            (
                "broad, one portal and year",
                ["viet nam", "nguoi dan"].map { text in
                    request(text) {
                        ($0.scope, $0.from, $0.to) = (
                            .site(SiteID(rawValue: 7)), CivilDate(year: 2019, month: 1, day: 1), CivilDate(year: 2019, month: 12, day: 31)
                        )
                    }
                }
            ),
            ("newest first", ["viet nam", "nguoi"].map { text in request(text) { $0.order = .newest } }),
            ("oldest first", ["viet nam", "nguoi"].map { text in request(text) { $0.order = .oldest } }),
            ("last page", ["viet nam", "nguoi"].map { text in request(text) { $0.page = SearchRequest.lastPage } }),
            ("misspelt", ["thu tujc", "giao thonng", "nguoii dan", "vietnamm"].map { request($0) }),
            ("telex", ["thur tucj", "giao thoong", "nguwowif daan"].map { request($0) }),
            ("found nowhere", ["qqzz xxww", "zzyyxx"].map { request($0) }),
            ("a long title", sources.prefix(8).map { request($0.title) }),
        ]
        for (name, requests) in cases {
            var times: [Double] = []
            var found = ""
            for _ in 0..<max(1, runs / requests.count) {
                for request in requests {
                    let start = ContinuousClock.now
                    let answer = try await index.search(request, now: Instant(rawValue: 1_795_219_200_000))
                    times.append(Self.milliseconds(since: start))
                    found = answer.suggestion.map { "→ \($0)" } ?? "\(answer.count.isBounded ? ">" : "")\(answer.count.number)"
                }
            }
            figures.append(Self.figure(name, found, times))
        }
        var times: [Double] = []
        for text in ["t", "th", "thu ", "thu tu", "giao th", "ha no", "nguoi ", "viet na", "bo gia", "tai n", "xe m", "cong a"] {
            for _ in 0..<max(1, runs / 4) {
                let start = ContinuousClock.now
                _ = try await index.completions(of: text, on: SiteID(rawValue: 7))
                times.append(Self.milliseconds(since: start))
            }
        }
        figures.append(Self.figure("suggestions", "", times))
        return figures
    }

    /// The share of titles that, typed without marks, bring their article into the first ten.
    private func knownItems(_ index: SearchIndex, _ sources: [Source]) async throws -> Double {
        var found = 0
        var asked = 0
        var titles: [String: Set<Int64>] = [:]
        for (number, source) in sources.enumerated() { titles[fold(source.title), default: []].insert(Int64(number + 1)) }
        for number in stride(from: 0, to: sources.count, by: max(1, sources.count / 500)) {
            asked += 1
            let text = fold(sources[number].title)
            let answer = try await index.search(SearchRequest(text, scope: .everything), now: Instant(rawValue: 1_795_219_200_000))
            // Several articles of one title are one and the same to who asks for it.
            if answer.hits.contains(where: { titles[text]?.contains($0.item.rawValue) ?? false }) { found += 1 }
        }
        return Double(found) / Double(max(1, asked))
    }

    private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
    }

    private static func figure(_ name: String, _ found: String, _ times: [Double]) -> Figure {
        let sorted = times.sorted()
        func at(_ share: Double) -> Double { (sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] * 100).rounded() / 100 }
        return Figure(name: name, found: found, p50: at(0.5), p95: at(0.95))
    }

    private static func table(_ answer: Answer) -> String {
        var lines = [
            "\(answer.documents) documents, \(Int(answer.megabytes)) MB" + (answer.documentsPerSecond.map { ", \(Int($0)) documents/s" } ?? "")
        ]
        if let share = answer.knownItems { lines.append("known items in the first ten: \((share * 1000).rounded() / 10) %") }
        lines.append(Console.table(answer.figures.map { [$0.name, $0.found, "p50 \($0.p50) ms", "p95 \($0.p95) ms"] }))
        return lines.joined(separator: "\n")
    }
}

/// The same documents in every run.
private struct BenchRandom {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var x = state
        x ^= x >> 33
        x &*= 0xFF51_AFD7_ED55_8CCD
        x ^= x >> 33
        return Int(x % UInt64(bound))
    }
}
