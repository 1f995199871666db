import Foundation
import Metrics
import PortalNetwork
import Store
import Vietnamese

/// Which page comes next. Its place in the daily walk is written down, so that a watcher that was stopped goes on where it was.
struct WatchWalk {
    private let watcher: Watcher
    private var estate: Estate { watcher.estate }
    private var plan: WatchPlan { watcher.plan }

    /// The first index of the record that was not looked at.
    private var next: Int64?
    private var fresh: [PagePlace] = []
    private var frequent: [PagePlace] = []
    private var walk: [WalkStep] = []
    private var cases: [PagePlace] = []
    private var found: [PagePlace] = []
    private var traces: [PagePlace] = []
    /// Targets that were looked at on any host.
    private var looked: Set<String> = []
    /// What was met on pages of this walk, so that each is looked at once.
    private var known: Set<PagePlace> = []
    private static let mostKnown = 200_000

    private var frequentAt: ContinuousClock.Instant?
    private var casesAt: ContinuousClock.Instant?
    private var browserAt: ContinuousClock.Instant?
    private var tracesAt: ContinuousClock.Instant?
    private var savedAt: ContinuousClock.Instant?
    private var refreshedAt: ContinuousClock.Instant?
    private var walkBegan: Instant?
    private var last = ""
    private var pages = 0

    private enum WalkStep {
        case place(PagePlace)
        case item(String)
    }

    private let isSweep: Bool

    init(_ watcher: Watcher, isSweep: Bool = false) {
        self.watcher = watcher
        self.isSweep = isSweep
    }

    /// The next page of a walk through everything; nil at its end.
    mutating func nextOfSweep() async throws -> PagePlace? {
        if walkBegan == nil {
            try await watcher.refresh()
            try await readTraces()
        }
        if !traces.isEmpty { return traces.removeFirst() }
        if !found.isEmpty { return found.removeFirst() }
        return last == "~" ? nil : try await walkOn()
    }

    /// Takes up the walk where it was left.
    mutating func resume() async {
        guard let kept = try? await watcher.book.mark("walk \(estate.name)") else { return }
        let parts = kept.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let began = Int64(parts[0]) else { return }
        walkBegan = Instant(rawValue: began)
        last = String(parts[1])
    }

    /// Looks at one page, or at none where nothing is due.
    mutating func step() async throws -> Bool {
        try await refresh()
        guard let place = try await place() else { return false }
        var profiles = Profile.withoutScripts
        if isDue(browserAt, plan.browser) {
            browserAt = .now
            profiles.append(.scripts)
        }
        let page = try await watcher.look(at: place, as: profiles)
        pages += 1
        meet(page)
        if isDue(savedAt, .seconds(10)) { try await save() }
        return true
    }

    private func isDue(_ last: ContinuousClock.Instant?, _ pause: Duration) -> Bool { last.map { ContinuousClock.now - $0 >= pause } ?? true }

    /// What was published since the last look comes first.
    private mutating func refresh() async throws {
        guard isDue(refreshedAt, .seconds(1)) else { return }
        refreshedAt = .now
        try await watcher.refresh()
        let size = await estate.record.size
        guard let from = next else { return next = size }
        guard size > from else { return }
        next = size
        for id in await estate.record.changed(since: from).prefix(500) { if let place = try await estate.page(id) { fresh.append(place) } }
    }

    private mutating func place() async throws -> PagePlace? {
        if !fresh.isEmpty { return fresh.removeFirst() }
        if isDue(casesAt, plan.cases) {
            casesAt = .now
            let hosts = Set(estate.hosts().map(\.name))
            cases = try await watcher.book.open().filter { hosts.contains($0.host) }
        }
        if !cases.isEmpty { return cases.removeFirst() }
        if isDue(tracesAt, .seconds(15)) {
            tracesAt = .now
            try await readTraces()
        }
        if !traces.isEmpty { return traces.removeFirst() }
        if frequent.isEmpty, isDue(frequentAt, plan.frequent) { try await fillFrequent() }
        // Front pages and newest items, the daily walk and what was met on pages take turns; where one has nothing to do the others go on.
        switch pages % 3 {
        case 0 where !frequent.isEmpty: return frequent.removeFirst()
        case 1 where !found.isEmpty: return found.removeFirst()
        default: break
        }
        if let place = try await walkOn() { return place }
        if !frequent.isEmpty { return frequent.removeFirst() }
        return found.isEmpty ? nil : found.removeFirst()
    }

    private mutating func fillFrequent() async throws {
        if let frequentAt { Gauge(label: "watch_round_seconds").record(Double((ContinuousClock.now - frequentAt).components.seconds)) }
        frequentAt = .now
        for host in estate.hosts() { frequent.append(PagePlace(host: host.name, target: "/")) }
        for host in estate.hosts() {
            for id in await estate.record.newest(plan.newest, on: host.code) { if let place = try await estate.page(id) { frequent.append(place) } }
        }
    }

    // MARK: - The daily walk

    private mutating func walkOn() async throws -> PagePlace? {
        if walk.isEmpty { await beginWalk() }
        while let step = walk.popLast() {
            switch step {
            case .place(let place): return place
            case .item(let id):
                last = id
                if let place = try await estate.page(id) { return place }
            }
        }
        return nil
    }

    /// Everything there is, once a day: lists, standing pages, suspicious addresses, every item.
    private mutating func beginWalk() async {
        let now = watcher.clock.now()
        let isOver = walkBegan.map { now.rawValue - $0.rawValue >= plan.walk.components.seconds * 1000 } ?? true
        if isOver {
            walkBegan = now
            last = ""
            known = []
            looked = []
        } else if last == "~" {
            return
        }
        var steps: [WalkStep] = []
        let hosts = estate.hosts()
        if last.isEmpty {
            for host in hosts {
                let targets = host.targets + ["/robots.txt", "/sitemap.xml"] + SuspiciousAddresses.all
                steps += targets.map { .place(PagePlace(host: host.name, target: $0)) }
            }
        }
        var ids: [String] = []
        for code in Set(hosts.map(\.code)) { ids += await estate.record.ids(on: code) }
        steps += ids.sorted().filter { $0 > last }.map { .item($0) }
        // What ends a walk is greater than every id.
        steps.append(.item("~"))
        walk = steps.reversed()
    }

    mutating func meet(_ page: CheckedPage) {
        if looked.count < Self.mostKnown { looked.insert(page.place.path) }
        for link in page.links where known.count < Self.mostKnown && found.count < 20_000 && Self.isWorthALook(link) {
            if known.insert(link).inserted { found.append(link) }
        }
    }

    /// Items are walked through by themselves, styles and scripts looked at with the pages that name them, and what depends on a reader's question has no end.
    private static func isWorthALook(_ place: PagePlace) -> Bool {
        !place.target.hasPrefix("/tim-kiem") && !place.target.hasPrefix("/_/") && !place.target.hasPrefix("/files/")
            && !place.target.hasPrefix("/api/")
            && place.target.utf8.count < 300
            && !(place.target.contains("?") && place.target.contains("&"))
    }

    private mutating func readTraces() async throws {
        let hosts = estate.hosts()
        for log in plan.logs {
            let name = "log \(log)"
            let from = isSweep ? 0 : try await watcher.book.mark(name).flatMap { UInt64($0) } ?? 0
            let (targets, next) = OutsideTraces.answered(inLog: log, from: from)
            // The log holds the watcher's own visits too.
            for one in targets.sorted(by: { $0.target < $1.target }) where !looked.contains(one.target) {
                for host in hosts where one.host == nil || one.host == host.name { trace(PagePlace(host: host.name, target: one.target)) }
            }
            if !isSweep { try await watcher.book.mark(name, "\(next)", at: watcher.clock.now()) }
        }
        for (folder, prefix) in plan.folders {
            for target in OutsideTraces.files(in: folder, prefix: prefix) { for host in hosts { trace(PagePlace(host: host.name, target: target)) } }
        }
    }

    private mutating func trace(_ place: PagePlace) {
        if known.count < Self.mostKnown, Self.isWorthALook(place), known.insert(place).inserted { traces.append(place) }
    }

    private mutating func save() async throws {
        savedAt = .now
        let now = watcher.clock.now()
        if let walkBegan { try await watcher.book.mark("walk \(estate.name)", "\(walkBegan.rawValue) \(last)", at: now) }
        let doubtful = await estate.record.doubtful
        try await watcher.book.mark("doubtful \(estate.name)", "\(doubtful)", at: now)
        try await watcher.book.mark("pages \(estate.name)", "\(pages)", at: now)
    }
}
