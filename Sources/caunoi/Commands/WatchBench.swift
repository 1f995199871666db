import ArgumentParser
import Foundation
import PortalNetwork
import PublicRecord
import Publishing
import Store
import Watch

/// The watcher's engine measured: what it finds of what was put into pages, and what it finds on pages as they were published. For script/bench.
struct WatchBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch-bench",
        abstract: "Measure the watcher: injections found, false findings, pages a second.",
        shouldDisplay: false
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Pages into which each kind of injection is put.") var pages = 500
    @Option(name: .long, help: "Clean comparisons.") var clean = 10_000

    private struct Answer: Encodable {
        var pages = 0
        /// Injections that were put in and found, by kind; from outside: with the record alone.
        var found: [String: [Int]] = [:]
        var foundFromOutside: [String: [Int]] = [:]
        var missed: [String] = []
        var clean = 0
        var falseFindings = 0
        var falseExamples: [String] = []
        var comparisonsASecond = 0.0
        /// At the same time, one for each core.
        var tasks = 1

        mutating func add(_ part: Answer) {
            for (name, counts) in part.found { found[name] = zip(found[name] ?? [0, 0], counts).map(+) }
            for (name, counts) in part.foundFromOutside { foundFromOutside[name] = zip(foundFromOutside[name] ?? [0, 0], counts).map(+) }
            missed = Array((missed + part.missed).prefix(10))
            clean += part.clean
            falseFindings += part.falseFindings
            falseExamples = Array((falseExamples + part.falseExamples).prefix(10))
        }
    }

    func run() async throws {
        let console = global.console
        try await Program.with(try global.settings()) { program in
            let portal = try await Portal(program, try await RecordParts(program))
            let parts = try await WatchParts.own(program, portal, way: nil, browser: false)
            try await parts.ground.record.refresh()
            let answer = try await measure(parts, program)
            await portal.close()
            try console.result(answer, text: "\(answer)")
        }
    }

    /// A page as it was published, and what the record has of it.
    private struct Sample: Sendable {
        let place: PagePlace
        let html: String
        let record: PageRecord
    }

    private func measure(_ parts: WatchParts, _ program: Program) async throws -> Answer {
        let ground = parts.ground
        var samples: [Sample] = []
        let texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, PageRecord.texts(ground.words, $0)) })
        for id in await ground.record.newest(pages * 2) {
            guard samples.count < pages, let place = try await parts.page(id), let portal = ground.portal(place.host),
                let right = try await ground.right?(place.target, place.host), right.status == 200
            else { continue }
            let html = String(decoding: right.body, as: UTF8.self)
            let named = html.components(separatedBy: "data-id=\"").dropFirst().map { String($0.prefix(13)) }
            let record = PageRecord(
                hosts: ground.hosts(),
                site: portal.code,
                live: try await ground.record.live(Set(named)),
                expected: html,
                words: ground.words,
                language: portal.language,
                texts: texts[portal.language]
            )
            samples.append(Sample(place: place, html: html, record: record))
        }
        var answer = Answer()
        answer.pages = samples.count
        answer.tasks = max(1, ProcessInfo.processInfo.activeProcessorCount)
        try await spread(samples, over: answer.tasks, into: &answer) { part, _ in part.reduce(into: Answer()) { Self.inject($1, &$0) } }
        guard !samples.isEmpty else { return answer }
        let (start, clean, width) = (ContinuousClock.now, clean, answer.tasks)
        try await spread(samples, over: width, into: &answer) { part, number in
            try await Self.compareClean(part, parts, wanted: clean / width + (number < clean % width ? 1 : 0))
        }
        let took = ContinuousClock.now - start
        answer.comparisonsASecond = Double(answer.clean) / (Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18)
        return answer
    }

    /// Parts of the samples at the same time, each in a task of its own; what they come to is added up.
    private func spread(
        _ samples: [Sample],
        over width: Int,
        into answer: inout Answer,
        _ work: @escaping @Sendable (_ part: [Sample], _ number: Int) async throws -> Answer
    ) async throws {
        try await withThrowingTaskGroup(of: Answer.self) { group in
            for number in 0..<width {
                let part = samples.indices.filter { $0 % width == number }.map { samples[$0] }
                group.addTask { try await work(part, number) }
            }
            for try await part in group { answer.add(part) }
        }
    }

    /// Each kind of injection put into a page, and whether it is seen: with the page made anew, and with the record alone.
    private static func inject(_ sample: Sample, _ answer: inout Answer) {
        for kind in Injector.kinds {
            guard let altered = kind.put(sample.html) else { continue }
            let page = FetchedPage(path: sample.place.path, query: sample.place.query, html: altered)
            let isFound = !PageComparison.findings(in: page, against: sample.record).isEmpty
            answer.found[kind.name, default: [0, 0]][0] += isFound ? 1 : 0
            answer.found[kind.name, default: [0, 0]][1] += 1
            if !isFound { answer.missed.append("\(kind.name) \(sample.place)") }
            var outside = sample.record
            outside.expected = nil
            let isSeen = !PageComparison.findings(in: page, against: outside).isEmpty
            answer.foundFromOutside[kind.name, default: [0, 0]][0] += isSeen ? 1 : 0
            answer.foundFromOutside[kind.name, default: [0, 0]][1] += 1
        }
    }

    /// Pages made anew each time, as a reader gets them and as they should be, in turn with and without the page made anew.
    private static func compareClean(_ samples: [Sample], _ parts: WatchParts, wanted: Int) async throws -> Answer {
        var answer = Answer()
        while answer.clean < wanted, !samples.isEmpty {
            for sample in samples where answer.clean < wanted {
                guard let again = try await parts.ground.right?(sample.place.target, sample.place.host) else {
                    throw UsageFault("\(sample.place) is not there any more; measure a data folder that nobody changes")
                }
                var record = sample.record
                if answer.clean % 2 == 1 { record.expected = nil }
                let page = FetchedPage(path: sample.place.path, query: sample.place.query, html: String(decoding: again.body, as: UTF8.self))
                let findings = PageComparison.findings(in: page, against: record)
                answer.clean += 1
                guard !findings.isEmpty else { continue }
                answer.falseFindings += 1
                answer.falseExamples.append("\(sample.place): \(findings[0])")
            }
        }
        return answer
    }
}

/// What is put into pages (record design 3.6), written from forms that were seen.
enum Injector {
    struct Kind: Sendable {
        let name: String
        /// Nil where the page has no place for it.
        let put: @Sendable (String) -> String?
    }

    private static let link = "<a href=\"https://hi88.example/\">ĐĂNG NHẬP HI88</a>"
    private static let address = "https://hi88.example/"

    static let kinds: [Kind] = [
        Kind(name: "phrase as a link") { inMain($0) { replacing($0, with: link) } },
        Kind(name: "phrase as text") { inMain($0) { replacing($0, with: "HI88") } },
        Kind(name: "phrase as a block") { inMain($0) { replacing($0, with: "<p>ĐĂNG NHẬP HI88</p>") } },
        Kind(name: "list in the footer") { before("</footer>", in: $0, "<ul><li>\(link)</li></ul>") },
        Kind(name: "hidden text") { before("</body>", in: $0, "<div style=\"position:absolute;left:-9999px\">\(link)</div>") },
        Kind(name: "paragraph") { before("</main>", in: $0, "<p>Trải nghiệm nhà cái uy tín, nạp rút nhanh.</p>") },
        Kind(name: "title and description") { html in html.contains("<title>") ? html.replacing("<title>", with: "<title>HI88 ") : nil },
        Kind(name: "text of a picture") { html in
            html.contains(" alt=\"") ? html.replacing(" alt=\"", with: " alt=\"HI88 ", maxReplacements: 1) : nil
        },
        Kind(name: "redirect") { before("</head>", in: $0, "<meta http-equiv=\"refresh\" content=\"0;url=\(address)\">") },
        Kind(name: "frame") { before("</body>", in: $0, "<iframe src=\"\(address)\"></iframe>") },
        Kind(name: "address alone") { html in
            inMain(html) { main in
                guard let place = main.range(of: "<a href=\""), let end = main[place.upperBound...].firstIndex(of: "\"") else { return nil }
                return main.replacingCharacters(in: place.upperBound..<end, with: address)
            }
        },
        Kind(name: "number") { html in
            inMain(html) { main in
                guard let place = main.range(of: "[0-9]+(?=[^<>]*</p>)", options: .regularExpression) else { return nil }
                return main.replacingCharacters(in: place, with: main[place] == "7" ? "8" : "7")
            }
        },
    ]

    private static func before(_ mark: String, in html: String, _ text: String) -> String? {
        html.range(of: mark, options: .backwards).map { html.replacingCharacters(in: $0, with: text + mark) }
    }

    /// Changes the body of the item alone.
    private static func inMain(_ html: String, _ change: (String) -> String?) -> String? {
        guard let start = html.range(of: "<main"), let end = html.range(of: "</main>"),
            let changed = change(String(html[start.lowerBound..<end.lowerBound]))
        else { return nil }
        return html.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: changed)
    }

    /// Another text in place of the first words of a paragraph.
    private static func replacing(_ main: String, with text: String) -> String? {
        guard let place = main.range(of: "(?<=<p>)[^<>{]{4,20}(?=[^<>]*</p>)", options: .regularExpression) else { return nil }
        return main.replacingCharacters(in: place, with: text)
    }
}
