import Foundation
import Testing
import Vietnamese

@testable import Demo

@Suite("The articles of the demo")
struct DemoArticlesTests {
    static let today = CivilDate(year: 2026, month: 11, day: 21) ?? CivilDate(dayNumber: 20_778)
    static let made: Result<[DemoArticle], any Error> = Result {
        Array(try DemoArticles().articles(count: 2000, today: today))
    }

    let articles: [DemoArticle]

    init() throws { articles = try Self.made.get() }

    @Test("come in the number asked for", arguments: [0, 1, 7, 200])
    func count(_ count: Int) throws {
        let articles = Array(try DemoArticles().articles(count: count, today: Self.today))
        #expect(articles.count == count)
        #expect(articles.map(\.number) == Array(0..<count))
    }

    @Test("are the same for the same seed, and others for another")
    func determinism() throws {
        let families = try DemoArticles()
        let first = Array(families.articles(count: 150, seed: 7, today: Self.today))
        #expect(first == Array(families.articles(count: 150, seed: 7, today: Self.today)))
        #expect(first != Array(families.articles(count: 150, seed: 8, today: Self.today)))
    }

    @Test("are written in more than 60 Vietnamese, 25 English and 25 Chinese families")
    func families() throws {
        let families = try DemoArticles()
        #expect(families.familyCount(language: "vi") >= 60)
        #expect(families.familyCount(language: "en") >= 25)
        #expect(families.familyCount(language: "zh") >= 25)
    }

    @Test("reach every portal, the main portal most")
    func spread() {
        let counts = Dictionary(grouping: articles, by: \.site).mapValues(\.count)
        for site in DemoNetwork.sites where site.kind != .linked { #expect((counts[site.code] ?? 0) >= 2, "\(site.code)") }
        let main = counts[DemoNetwork.mainCode] ?? 0
        #expect(counts.allSatisfy { $0.value <= main })
    }

    @Test("never repeat a title on a portal")
    func titles() {
        #expect(Set(articles.map { "\($0.site)|\($0.title)" }).count == articles.count)
    }

    @Test("stand in sections, topics and languages their portal has, signed by people who exist")
    func references() throws {
        let sites = Dictionary(uniqueKeysWithValues: DemoNetwork.sites.map { ($0.code, $0) })
        let sections = sites.mapValues { Set(DemoSections.sections(of: $0).flatMap(\.codes)) }
        let handles = Set(DemoPeople.all.map(\.handle))
        for article in articles {
            let site = try #require(sites[article.site])
            #expect(sections[article.site]?.contains(article.section) == true, "\(article.site)/\(article.section) (\(article.family))")
            #expect(article.language == site.language)
            #expect(handles.contains(article.author))
            if let topic = article.topic { #expect(DemoTopic.all.contains { $0.code == topic && $0.site == article.site }) }
            #expect(article.related.allSatisfy { $0 < article.number && articles[$0].site == article.site })
        }
    }

    @Test("are published in order, within 18 months, by day and mostly in the week")
    func moments() {
        #expect(zip(articles, articles.dropFirst()).allSatisfy { $0.publishedAt <= $1.publishedAt })
        let dates = articles.map(\.publishedAt.civilDate)
        #expect(dates.allSatisfy { $0 < Self.today && $0 >= Self.today.adding(days: -548) })
        #expect(dates.count { $0.weekday <= 5 } > articles.count * 3 / 4)
    }

    @Test("read as text: no gaps, no unfilled places, marks composed, sentences ended")
    func texts() {
        for article in articles {
            let texts = [article.title, article.kicker, article.standfirst].compactMap(\.self) + article.body.flatMap(\.texts) + article.tags
            for text in texts {
                #expect(!text.isEmpty, "\(article.family)")
                #expect(!text.contains("  ") && !text.contains(" ,") && !text.contains(" ."), "\(article.family): \(text)")
                #expect(!text.contains { "{}[]|".contains($0) }, "\(article.family): \(text)")
                #expect(text.first != " " && text.last != " ", "\(article.family): \(text)")
                #expect(Array(nfc(text).utf8) == Array(text.utf8), "\(article.family): \(text)")
            }
            #expect(article.standfirst.last.map { ".?!。？！”".contains($0) } == true, "\(article.family): \(article.standfirst)")
            for case .paragraph(let text) in article.body {
                #expect(text.last.map { ".?!:。？！：”".contains($0) } == true, "\(article.family): \(text)")
                #expect(text.first.map { !$0.isLowercase } == true, "\(article.family): \(text)")
            }
            #expect(article.title.last != ".", "\(article.family): \(article.title)")
        }
    }

    @Test("say that they are samples, last of all")
    func marks() {
        for article in articles { #expect(article.body.last == .paragraph(DemoMark.sentence(article.language))) }
    }

    @Test("tell one event with one set of figures in every language")
    func translations() {
        let told = articles.filter { $0.translates != nil }
        #expect(told.count >= 10)
        for article in told {
            guard let number = article.translates else { continue }
            let original = articles[number]
            #expect(original.language == "vi" && original.number < article.number)
            #expect(article.language != "vi")
        }
    }

    @Test("plan corrections that change the text, and withdrawals with a reason")
    func sequels() {
        let corrected = articles.filter { if case .correction = $0.sequel { true } else { false } }
        let withdrawn = articles.filter { if case .withdrawal = $0.sequel { true } else { false } }
        #expect(corrected.count >= 5 && withdrawn.count >= 5)
        for article in corrected {
            #expect(article.firstBody != article.body, "\(article.family)")
            guard case .correction(let at, let wrong, let right, let reason) = article.sequel else { continue }
            #expect(wrong != right && at > article.publishedAt && reason.contains(right))
        }
        for article in articles where article.sequel == nil { #expect(article.firstBody == article.body) }
    }

    @Test("families of one event agree on its figures and its ground")
    func events() throws {
        let families = try DemoArticles().families.filter { $0.event != nil }
        for (event, group) in Dictionary(grouping: families, by: { $0.event ?? "" }) where group.count > 1 {
            for family in group { #expect(family.terrain == group[0].terrain, "\(event): \(family.name)") }
            var ranges: [String: String] = [:]
            for definition in group.flatMap(\.definitions) {
                guard case .whole(let range, let step) = definition.measure, let name = definition.names.first else { continue }
                if let known = ranges[name] { #expect(known == "\(range)/\(step)", "\(event): \(name)") }
                ranges[name] = "\(range)/\(step)"
            }
        }
    }
}
