import Foundation
public import Logging
import Metrics
public import PortalNetwork
public import ServiceLifecycle
public import Store
public import Vietnamese

/// Looks at the pages of an installation without end: what was just published at once, front pages and newest items every few minutes, everything daily, at a bounded
/// rate. What it finds becomes a case; own pages are put right at once.
public final class Watcher: Service {
    let estate: Estate
    let book: CaseBook
    let plan: WatchPlan
    let clock: Clock
    let logger: Logger
    let ring: @Sendable (CaseID, PagePlace, SiteID?, any Connection) throws -> Void
    /// Makes a picture of a page for its case; nil without a browser.
    let picture: (@Sendable (PagePlace) async throws -> [UInt8])?

    public init(
        _ estate: Estate,
        book: CaseBook,
        plan: WatchPlan,
        clock: Clock,
        logger: Logger,
        picture: (@Sendable (PagePlace) async throws -> [UInt8])? = nil,
        ring: @escaping @Sendable (CaseID, PagePlace, SiteID?, any Connection) throws -> Void = { _, _, _, _ in }
    ) {
        self.estate = estate
        self.book = book
        self.plan = plan
        self.clock = clock
        self.logger = logger
        self.picture = picture
        self.ring = ring
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var walk = WatchWalk(self)
            await walk.resume()
            while !Task.isCancelled {
                let start = ContinuousClock.now
                let looked: Bool
                do { looked = try await walk.step() } catch is CancellationError { return } catch {
                    self.logger.warning("The watcher could not look", metadata: ["estate": "\(self.estate.name)", "error": "\(error)"])
                    try await Task.sleep(for: .seconds(5))
                    continue
                }
                // A page took its time already; a moment without work waits for the next.
                let pause = looked ? Duration.seconds(1 / max(0.01, self.plan.rate)) - (ContinuousClock.now - start) : .milliseconds(500)
                if pause > .zero { try await Task.sleep(for: pause) }
            }
        }
    }

    /// Looks at everything once, or at the first `most` pages, without waiting for what is due later; tells of each page.
    public func sweep(most: Int = .max, _ told: (CheckedPage) -> Void) async throws {
        var walk = WatchWalk(self, isSweep: true)
        var looked = 0
        while looked < most, let place = try await walk.nextOfSweep() {
            looked += 1
            let start = ContinuousClock.now
            let page = try await look(at: place)
            walk.meet(page)
            told(page)
            let pause = Duration.seconds(1 / max(0.01, plan.rate)) - (ContinuousClock.now - start)
            if pause > .zero { try await Task.sleep(for: pause) }
        }
    }

    /// Follows the record. Entries whose approvals do not verify are told of here; those about an item are found on its page besides.
    func refresh() async throws {
        for trouble in try await estate.record.refresh() {
            logger.error("An entry's approvals do not verify", metadata: ["estate": "\(estate.name)", "trouble": "\(trouble)"])
        }
    }

    // MARK: - One page

    /// Looks at a page, twice where it may have been caught in the middle of a publication, and writes down what is found.
    @discardableResult
    public func look(at place: PagePlace, as profiles: [Profile] = Profile.withoutScripts) async throws -> CheckedPage {
        var page = await visit(place, as: profiles)
        Counter(label: "watch_pages").increment()
        guard page.wasSeen else {
            Counter(label: "watch_unseen_pages").increment()
            return page
        }
        if !page.isClean, page.seen.allSatisfy(\.finding.kind.mayBeOfTheMoment) {
            try await Task.sleep(for: plan.secondLook)
            try await refresh()
            let again = await visit(place, as: profiles)
            guard again.wasSeen else { return page }
            if again.isClean { Counter(label: "watch_momentary_findings").increment() }
            page = again
        }
        let site = estate.hosts().first { $0.name == place.host }?.site
        let now = clock.now()
        let ring = ring
        let outcome = try await book.take(page, on: site, at: now) { id, db in try ring(id, place, site, db) }
        switch outcome {
        case .opened(let id):
            Counter(label: "watch_cases_opened").increment()
            logger.error(
                "A page is not as it was published",
                metadata: ["page": "\(place)", "case": "\(id)", "finding": "\(page.seen.first.map { "\($0.finding)" } ?? "")"]
            )
            await keepPicture(of: place, id)
            try await heal(place, page, id)
        case .changed(let id): try await heal(place, page, id)
        case .healed(let id): logger.notice("A page is again as it was published", metadata: ["page": "\(place)", "case": "\(id)"])
        case .seen, .dismissed, .nothing: break
        }
        return page
    }

    /// A check; its visits are taken back from the counts of readers. Search engines are not counted.
    private func visit(_ place: PagePlace, as profiles: [Profile]) async -> CheckedPage {
        let page = await estate.check.check(place, as: profiles)
        let counted = page.statuses.count { $0.key != .searchEngine && $0.value == 200 }
        if let visited = estate.visited, counted > 0, page.expectsItem { visited(String(place.path.suffix(13)), counted) }
        return page
    }

    private func keepPicture(of place: PagePlace, _ id: CaseID) async {
        guard let picture else { return }
        do { try await book.keep(picture: try await picture(place), of: id) } catch {
            logger.warning("The page of a case could not be pictured", metadata: ["page": "\(place)", "error": "\(error)"])
        }
    }

    /// The items that a page shows: those it names, the one at its address, and for a list that cannot be made the newest of its site.
    private func items(of page: CheckedPage) async -> Set<String> {
        var ids = PageScan(page.foundHTML ?? "").ids.union(PageScan(page.expectedHTML ?? "").ids)
        let last = String(page.place.path.suffix(13))
        if await estate.record.item(last) != nil { ids.insert(last) }
        guard ids.isEmpty, let code = estate.hosts().first(where: { $0.name == page.place.host })?.code else { return ids }
        return Set(await estate.record.newest(100, on: code))
    }

    /// Has the page made anew, and looks whether readers get it.
    private func heal(_ place: PagePlace, _ page: CheckedPage, _ id: CaseID) async throws {
        guard let heal = estate.heal else { return }
        let done: String
        do { done = try await heal(place, await items(of: page)) } catch { done = "could not be put right: \(error)" }
        try await book.note(id, .healing, done, at: clock.now())
        try await Task.sleep(for: .seconds(1))
        let again = await visit(place, as: page.seen.flatMap(\.profiles).contains(.scripts) ? Profile.allCases : Profile.withoutScripts)
        if again.wasSeen, again.isClean, case .healed = try await book.take(again, on: nil, at: clock.now()) {
            logger.notice("A page was put right", metadata: ["page": "\(place)", "case": "\(id)"])
        }
    }
}
