public import Casework
import HTTPTypes
public import Hummingbird
import PortalNetwork
import Publishing
import Rules
import Store
import Vietnamese
public import Web

/// The public doors of the inward arc: ways in, forms, receipts, looking a case up. They work without script, cookie or account; nothing personal ever
/// stands in an address.
public struct CasePages: Sendable {
    let casework: Casework
    private let answered: AnsweredPages?
    private let limits: SendLimits
    private let contents: ContentLimits
    private let flood: FormFlood
    private let offers: QuestionOffers?

    /// - Parameters:
    ///   - limits, contents: how much one place sends, and how often one text comes, before that is slowed.
    ///   - flood: from how many letters on forms ask for a proof.
    ///   - offers: answered questions that fit what is being written; nil: none are offered.
    public init(
        casework: Casework,
        answered: AnsweredPages? = nil,
        limits: SendLimits = SendLimits(),
        contents: ContentLimits = ContentLimits(),
        flood: FloodBounds = FloodBounds(),
        offers: QuestionOffers? = nil
    ) {
        self.casework = casework
        self.answered = answered
        self.limits = limits
        self.contents = contents
        self.flood = FormFlood(casework: casework, bounds: flood)
        self.offers = offers
    }

    static let pages = ["hoi-dap", "phan-anh-kien-nghi"]

    /// Bytes of a body at each form's address: several times what may come with it, so that too much is said in the form and not by a closed line.
    public var bodies: [String: Int] {
        var bodies: [String: Int] = [:]
        for page in Self.pages {
            for track in casework.tracks.offered(on: page) where track.intake == .case {
                if let form = track.form { bodies["/\(page)/\(form)"] = track.bytes * 4 + SentForm.longestField * 2 }
            }
        }
        return bodies
    }

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        for page in Self.pages {
            routes.get("\(page)") { request, context in try await ways(page, request.uri.queryParameters["trang"].map(String.init), context.visit) }
            for track in casework.tracks.offered(on: page) {
                guard let form = track.form else { continue }
                routes.get("\(page)/\(form)") { request, context in
                    try await shown(track, request.uri.queryParameters["bai"].map(String.init), from: context.client(of: request), context.visit)
                }
                if track.intake == .case {
                    routes.post("\(page)/\(form)") { request, context in try await sent(track, request, context) }
                }
            }
        }
        offers?.addRoutes(to: routes)
        StatisticsPages(casework: casework).addRoutes(to: routes)
        routes.get("tra-cuu") { _, context in lookUpForm(context.visit) }
        routes.post("tra-cuu") { request, context in try await lookedUp(request, context) }
        CaseStops(casework: casework).addRoutes(to: routes)
        if let answered { RatingPages(casework: casework, answered: answered).addRoutes(to: routes) }
    }

    // MARK: Ways in

    private func ways(_ page: String, _ number: String?, _ visit: Visit) async throws -> PageAnswer {
        guard let number = number.map({ Int($0) }) ?? 1, (1...PublicAddress.lastPage).contains(number) else { throw PageError.notFound }
        let found = try await answered?.list(page, number: number, for: visit) ?? (lines: [], total: 0)
        if number > 1 && found.lines.isEmpty { return .notFound }
        let tracks = casework.tracks.offered(on: page).map { track in
            TrackView(
                title: visit.word("casework.track." + track.code),
                text: visit.word("questions.about." + track.code),
                href: "/\(page)/\(track.form ?? "")",
                isGuide: track.intake == .guide
            )
        }
        let title = visit.word("questions.page." + page)
        let other = Self.pages.first { $0 != page }.flatMap { Link(visit.word("questions.page." + $0), to: "/" + $0) }
        let view = TracksView(
            title: title,
            lede: visit.word("questions.lede." + page),
            tracks: tracks,
            other: other,
            lookUp: "/tra-cuu",
            statistics: StatisticsPages.path,
            answered: found.lines,
            pager: AnsweredPages.pager(page, number, found.total)
        )
        func address(_ number: Int?) -> String? { number.map { visit.url(AnsweredPages.path(page, $0)) } }
        let head = PageHead(
            title: number == 1 ? title : visit.word("news.title-page", ["title": title, "page": "\(number)"]),
            description: view.lede,
            canonical: address(number),
            previous: address(view.pager?.previous == nil ? nil : number - 1),
            next: address(view.pager?.next == nil ? nil : number + 1)
        )
        return .page(Page(.tracks, view, head: head, path: AnsweredPages.path(page, number)))
    }

    // MARK: Forms

    private func shown(_ track: Track, _ item: String?, from place: String, _ visit: Visit) async throws -> PageAnswer {
        guard visit.site.status == .active || visit.site.status == .merging else { throw PageError.notFound }
        if track.intake == .guide { return guide(track, visit) }
        return .page(try await form(track, try await begun(track, item, visit), [], nil, from: place, visit, status: .ok))
    }

    /// The form as it is first shown: where it is about a page, that page is named already.
    private func begun(_ track: Track, _ item: String?, _ visit: Visit) async throws -> SentForm {
        guard track.about == "page", let id = item.flatMap({ ItemID($0) }), let page = try await answered?.rated(id, for: visit) else {
            return SentForm()
        }
        let values = ["title": page.title, "address": visit.url(page.path)]
        let title = visit.word("questions.page-error.title", values)
        return SentForm(filledIn: [
            "title": String(title.prefix(Submission.Limits.title)), "text": visit.word("questions.page-error.text", values) + "\n\n",
        ])
    }

    private func guide(_ track: Track, _ visit: Visit) -> PageAnswer {
        let title = visit.word("casework.track." + track.code)
        let text = visit.word("questions.guide." + track.code)
        let view = GuideView(
            title: title,
            paragraphs: text.split(separator: "\n").map(String.init),
            address: visit.site.contact.address,
            phone: visit.site.contact.phone,
            back: "/" + (track.page ?? "")
        )
        return .page(Page(.guide, view, head: PageHead(title: title), path: "/\(track.page ?? "")/\(track.form ?? "")"))
    }

    private func sent(_ track: Track, _ request: Request, _ context: PortalContext) async throws -> PageAnswer {
        let (visit, place) = (context.visit, context.client(of: request))
        let sent = try await SentForm(request, files: track.files, bytes: track.bytes)
        let submission = FormReader(track: track, language: visit.language).submission(sent)
        func again(_ findings: [CaseFinding], _ message: String?, waits: String? = nil) async throws -> PageAnswer {
            .page(try await form(track, sent, findings, message, from: place, visit, status: .unprocessableContent, waits: waits))
        }
        // What was counted, and is taken back when the fault is ours.
        var (isCounted, countedMark): (Bool, ContentMark?) = (false, nil)
        do {
            // A field that people do not see: only programs fill it in.
            guard sent["trang-web"] == nil else { throw CaseRefusal.proofOfWork }
            guard let ticket = casework.ticket(sent["_"] ?? "") else { return try await again([], visit.word("questions.expired")) }
            switch ticket.age(at: visit.now) {
            case .expired: return try await again([], visit.word("questions.expired"))
            case .tooYoung: return try await again([], visit.word("questions.too-quick"))
            case .fresh: break
            }
            guard sent.refused.isEmpty else { return try await again(submission.findings() + sent.refused, nil) }
            try limits.take(place, at: visit.now)
            isCounted = true
            flood.count(from: place, visit)
            if submission.findings().isEmpty {
                if let message = try await flood.stops(sent, ticket, from: place, visit) { return try await again([], message) }
                let mark = casework.mark(of: submission)
                let waited = casework.hasWaited(sent["cho"], mark, ticket, seconds: contents.seconds)
                do { try contents.take(mark, from: place, waited: waited, at: visit.now) } catch {
                    return try await again([], visit.word("refusal." + error.key, error.values), waits: casework.waitingToken(mark, ticket))
                }
                countedMark = mark
            }
            let agency = try await casework.standing(sent["agency"].flatMap { AgencyID($0) })
            let receipt = try await casework.receive(submission, files: sent.files, on: visit.site, agency: agency, ticket: ticket)
            return .page(self.receipt(receipt, submission, visit))
        } catch CaseRefusal.findings(let findings) {
            return try await again(findings, nil)
        } catch let refusal as CaseRefusal {
            return try await again([], visit.word("refusal." + refusal.key, refusal.values))
        } catch is CancellationError {
            // Who hangs up may have been served all the same: that stays counted.
            throw CancellationError()
        } catch {
            if isCounted { limits.giveBack(place) }
            if let countedMark { contents.giveBack(countedMark, from: place) }
            throw error
        }
    }

    private func form(
        _ track: Track,
        _ sent: SentForm,
        _ findings: [CaseFinding],
        _ message: String?,
        from place: String,
        _ visit: Visit,
        status: HTTPResponse.Status,
        waits: String? = nil
    ) async throws -> Page {
        let maker = FormMaker(track: track, visit: visit, sent: sent, findings: findings)
        let agencies = track.asks(.agency) ? try await casework.agencies() : []
        let title = visit.word("casework.track." + track.code)
        let path = "/\(track.page ?? "")/\(track.form ?? "")"
        // The ticket of a form that was sent once stays its own, so that sending it again is not sending another.
        let ticket =
            sent["_"].flatMap { text in casework.ticket(text).flatMap { $0.age(at: visit.now) == .expired ? nil : text } } ?? casework.ticket()
        let view = CaseFormView(
            title: title,
            lede: visit.word("questions.about." + track.code),
            action: path,
            ticket: ticket,
            fields: maker.fields(agencies),
            wishes: maker.wishes(),
            wrong: maker.wrong(),
            message: message,
            agrees: sent["dong-y"] == "1",
            terms: due(track, visit),
            privacy: "/bao-ve-du-lieu",
            back: Link(visit.word("questions.page." + (track.page ?? "")), to: "/" + (track.page ?? "")),
            waits: waits,
            offers: try await offersView(sent, visit),
            proof: flood.view(sent, ticket: ticket, from: place, visit)
        )
        // A form that holds what somebody typed is nobody else's to keep.
        return Page(
            .form,
            view,
            head: PageHead(title: title, description: view.lede, isHidden: status != .ok),
            path: path,
            status: status,
            freshness: .none
        )
    }

    /// What is offered beside a form: while one types by the script, and of what was typed when it is shown again.
    private func offersView(_ sent: SentForm, _ visit: Visit) async throws -> OffersView? {
        guard let offers else { return nil }
        return OffersView(
            address: "/" + QuestionOffers.path,
            script: visit.face.statics.address("offers.js"),
            integrity: visit.face.statics.integrity("offers.js"),
            search: "/tim-kiem?loai=" + AnsweredQuestion.name.rawValue,
            found: try await offers.offers(for: sent, visit).map { OfferLine($0) }
        )
    }

    /// `Trả lời trong 20 ngày`: what the rule of today says for this way in.
    private func due(_ track: Track, _ visit: Visit) -> String? {
        casework.term(of: track, on: visit.site.id, visit.language.ofDates).map { visit.word("questions.term", ["term": $0]) }
    }

    private func receipt(_ receipt: Receipt, _ submission: Submission, _ visit: Visit) -> Page {
        let language = visit.language.ofDates
        let view = ReceiptView(
            code: "\(receipt.code)",
            pin: "\(receipt.pin)",
            title: submission.title,
            received: receipt.receivedAt.text(.numeric, language: language),
            due: receipt.due?.at.map {
                $0.text(.numeric, language: language) + (receipt.due?.isProvisional == true ? " (" + visit.word("cases.provisional") + ")" : "")
            },
            lookUp: "/tra-cuu"
        )
        let title = visit.word("questions.received")
        return Page(.receipt, view, head: PageHead(title: title, isHidden: true), path: "/tra-cuu", freshness: .none)
    }

    // MARK: Looking up

    private func lookUpForm(_ visit: Visit, code: String = "", error: String? = nil) -> PageAnswer {
        let title = visit.word("questions.look-up")
        return .page(
            Page(
                .lookUp,
                LookUpForm(code: code, error: error),
                head: PageHead(title: title, isHidden: error != nil),
                path: "/tra-cuu",
                status: error == nil ? .ok : .unprocessableContent,
                freshness: error == nil ? .page : .none
            )
        )
    }

    private func lookedUp(_ request: Request, _ context: PortalContext) async throws -> PageAnswer {
        let visit = context.visit
        let sent = try await SentForm(request, files: 0, bytes: 0)
        let (code, pin, from) = (sent["ma"] ?? "", sent["bi-mat"] ?? "", context.client(of: request))
        func said(_ refusal: CaseRefusal) -> String { visit.word("refusal." + refusal.key, refusal.values) }
        do {
            var message: String?
            var error: String?
            do { message = try await act(sent, code, pin, from, visit) } catch let refusal as CaseRefusal where refusal != .unknownReceipt {
                error = said(refusal)
            }
            return .page(try await asked(try await casework.lookUp(code, pin, from: from), pin, message, error, visit))
        } catch let refusal as CaseRefusal {
            return lookUpForm(visit, code: code, error: said(refusal))
        }
    }

    /// What the person does with their own case; nil where they only look.
    private func act(_ sent: SentForm, _ code: String, _ pin: String, _ from: String, _ visit: Visit) async throws -> String? {
        let words = sent["loi"] ?? ""
        switch sent["viec"] {
        case "add": try await casework.add(words, to: code, pin, from: from)
        case "withdraw": try await casework.withdraw(code, pin, reason: words, from: from)
        case "not-answered": try await casework.sayUnanswered(code, pin, words, from: from)
        case "stop-letters": try await casework.stopTelling(code, pin, from: from)
        case "rate": try await casework.rate(code, pin, sent["sao"].flatMap { Int($0) } ?? 0, from: from)
        default: return nil
        }
        return visit.word("questions.done")
    }

    private func asked(_ one: AskedCase, _ pin: String, _ message: String?, _ error: String?, _ visit: Visit) async throws -> Page {
        let view = try await AskedMaker(casework: casework, answered: answered, visit: visit).view(one, pin: pin, message: message, error: error)
        let head = PageHead(title: visit.word("questions.look-up"), isHidden: true)
        return Page(.asked, view, head: head, path: "/tra-cuu", status: error == nil ? .ok : .unprocessableContent, freshness: .none)
    }
}
