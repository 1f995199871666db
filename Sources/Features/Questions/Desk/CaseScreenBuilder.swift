import Casework
import PortalNetwork
import Publishing
import Rules
import Store
import Vietnamese
import Web

/// Makes the screen of one case: what is known, what happened, what may be done.
struct CaseScreenBuilder {
    let casework: Casework
    let desk: Desk
    let visit: DeskVisit
    let site: Site
    let session: LiveSession

    private var path: String { CasesDesk.path(site) }

    func screen(_ view: CaseView, opens: Bool, error: String?) async throws -> CaseScreen {
        let file = view.file
        let agencies = try await casework.agencyNames(([file.agency] + view.steps.map(\.event.agency)).compactMap(\.self))
        let told = view.steps.flatMap { Self.told($0.event) }
        let people = try await casework.peopleNames(([file.officer] + view.steps.map(\.event.person)).compactMap(\.self) + told)
        let row = CaseRow(file: file, card: view.card, place: CaseQuery.Place(at: file.receivedAt, id: file.id))
        let here = path + "/\(file.id)"
        let found =
            opens
            ? try await casework.suggestions(for: view, by: Casework.By(session.actor, session.person, in: visit.tree, from: visit.caller)) : nil
        return CaseScreen(
            frame: DeskFrame(desk, visit, title: view.card?.title ?? "\(file.code)", current: "cases"),
            back: path,
            line: CaseLine(row, path, agencies, visit),
            version: file.version,
            error: error,
            text: view.original?.text,
            isClosed: view.original == nil && !view.isErased,
            isErased: view.isErased,
            facts: facts(file, agencies, people) + [try await letters(file)],
            person: view.original.map(person) ?? [],
            files: view.attachments.map { file in
                CaseFileLine(
                    name: file.name + " (" + size(file.bytes) + ")",
                    href: file.state.isUsable ? here + "/tep/\(file.number)" : nil,
                    note: CaseFileKind.note(file, visit.word)
                )
            },
            reckoning: reckoning(view),
            steps: view.steps.reversed().map { step($0, agencies, people) },
            acts: try await acts(view, here + "/viec"),
            compose: ComposeDesk.isOpen(view) ? here + "/soan" : nil,
            isReview: view.acts.contains(.approve),
            ask: view.acts.contains(.ask) ? here + "/soan?loai=hoi" : nil,
            edition: view.acts.contains(.publish) ? here + "/ban-cong-khai" : nil,
            item: item(view),
            suggestions: found.map { SuggestionMaker(casework: casework, visit: visit, view: view, action: here + "/mo").made($0) },
            divide: view.acts.contains(.split) ? here + "/tach" : nil,
            linked: linked(view),
            erase: mayErase(view) ? here + "/xoa" : nil
        )
    }

    /// What was said after the letter came: added, asked, noted, sent back; the newest first.
    func talk(_ view: CaseView) async throws -> [CaseStepLine] {
        let people = try await casework.peopleNames(view.steps.compactMap(\.event.person))
        return view.steps.reversed().filter { $0.note != nil && $0.event.act != .submit }.map { step($0, [:], people) }
    }

    private func mayErase(_ view: CaseView) -> Bool {
        !view.isErased && mayDo(session.actor, .eraseCase, on: Subject(site: view.file.desk), in: visit.tree)
    }

    /// Letters that belong together, as far as they stand below this portal.
    private func linked(_ view: CaseView) -> [DeskLink] {
        func link(_ file: CaseFile, _ key: String) -> DeskLink? {
            guard visit.tree.isInside(file.desk, site.id) else { return nil }
            return DeskLink(visit.word(key, ["code": "\(file.code)", "track": visit.word("casework.track." + file.track)]), path + "/\(file.id)")
        }
        return [view.origin.flatMap { link($0, "cases.linked.origin") }].compactMap(\.self) + view.parts.compactMap { link($0, "cases.linked.part") }
    }

    /// The public edition's address in the newsroom of the portal it lies on.
    private func item(_ view: CaseView) -> String? {
        let home = view.steps.last { $0.event.act == .publish }?.event.detail["site"].flatMap { SiteID($0) } ?? view.file.site
        return view.file.item.map { "/desk/cong/\(visit.tree[home]?.code ?? site.code)/bai/\($0)" }
    }

    /// How the deadline was computed, a sentence a line.
    private func reckoning(_ view: CaseView) -> [String] {
        guard let reckoning = view.reckoning else { return [] }
        return reckoning.text(visit.language.ofDates, in: casework.times.legal()).split(whereSeparator: \.isNewline).map(String.init)
    }

    private func facts(_ file: CaseFile, _ agencies: [AgencyID: String], _ people: [PersonID: String]) -> [CaseFact] {
        var facts = [
            fact("cases.fact.received", visit.time(file.receivedAt)),
            fact("cases.fact.channel", visit.word("casework.channel." + file.channel.rawValue)),
            fact("cases.fact.wish", visit.word("casework.wish." + file.wish.rawValue)), fact("cases.fact.desk", visit.tree[file.desk]?.name ?? ""),
        ]
        if let agency = file.agency { facts.append(fact("cases.fact.agency", agencies[agency] ?? "\(agency)")) }
        if let field = file.field { facts.append(fact("casework.field.field", visit.word("triage.field." + field))) }
        if let officer = file.officer { facts.append(fact("cases.fact.officer", people[officer] ?? "\(officer)")) }
        if let stars = file.rating { facts.append(fact("cases.fact.rating", "\(stars)/5")) }
        return facts
    }

    /// Whether and how far who sent it is told.
    private func letters(_ file: CaseFile) async throws -> CaseFact {
        let letters = try await casework.letters(of: file.id)
        func count(_ state: CaseLetter.State) -> String { "\(letters.count { $0.state == state })" }
        let values = ["sent": count(.sent), "waiting": count(.waiting), "failed": count(.failed)]
        let tells = try await casework.tells(file.id)
        let isOff = letters.isEmpty && !tells
        return fact("cases.fact.letters", isOff ? visit.word("cases.letters-off") : visit.word("cases.letters", values))
    }

    /// Who was told of a deadline.
    private static func told(_ event: CaseEvent) -> [PersonID] {
        guard event.act == .escalate, let people = event.detail["people"] else { return [] }
        return people.split(separator: ",").compactMap { PersonID(String($0)) }
    }

    private func person(_ original: CaseOriginal) -> [CaseFact] {
        let all: [(String, String?)] = [
            ("name", original.name), ("standing", original.standing.map { visit.word("casework.standing." + $0.rawValue) }),
            ("address", original.address), ("phone", original.phone), ("email", original.email), ("identity", original.identity),
            ("place", original.place),
        ]
        return all.compactMap { key, value in value.flatMap { $0.isEmpty ? nil : fact("casework.field." + key, $0) } }
    }

    private func fact(_ key: String, _ value: String) -> CaseFact { CaseFact(label: visit.word(key), value: value) }

    private func size(_ bytes: Int) -> String { bytes < 1 << 20 ? "\(max(1, bytes >> 10)) KB" : "\(bytes >> 20) MB" }

    private func step(_ step: CaseView.Step, _ agencies: [AgencyID: String], _ people: [PersonID: String]) -> CaseStepLine {
        let event = step.event
        var who: [String] = []
        if let person = event.person { who.append(people[person] ?? "\(person)") }
        if let agency = event.agency { who.append("→ " + (agencies[agency] ?? "\(agency)")) }
        if event.act == .escalate, let to = event.detail["to"] { who.append(visit.word("cases.told." + to)) }
        if case let told = Self.told(event), !told.isEmpty { who.append(told.map { people[$0] ?? "\($0)" }.joined(separator: ", ")) }
        if event.act == .split { who += SplitWords.of(event, visit.word) }
        if event.person == nil, [.receive, .add, .supply, .withdraw, .say, .rate, .hush].contains(event.act) {
            who.append(visit.word("cases.by-asker"))
        }
        return CaseStepLine(
            what: visit.word("casework.act." + event.act.rawValue),
            when: visit.time(event.at),
            who: who.isEmpty ? nil : who.joined(separator: " "),
            words: step.note?.text,
            isInside: !event.act.isShownToAsker
        )
    }

    /// The forms, the likeliest first.
    private func acts(_ view: CaseView, _ action: String) async throws -> [CaseActForm] {
        let order: [CaseAct] = [
            .accept, .take, .answer, .transfer, .ask, .sendBack, .extend, .classify, .reject, .routeOut, .merge, .reopen, .note,
        ]
        var forms: [CaseActForm] = []
        let wanted = visit.form.text("viec").flatMap { CaseAct(rawValue: $0) }.flatMap { view.acts.contains($0) ? $0 : nil }
        for act in order where view.acts.contains(act) {
            let choices = try await choices(act, view.file)
            // A choice without anything to choose is no way to go.
            if choices?.isEmpty == true { continue }
            let wantsWords = ![.accept, .take, .answer, .classify].contains(act)
            forms.append(
                CaseActForm(
                    key: act.rawValue,
                    label: visit.word("cases.do." + act.rawValue),
                    action: action,
                    words: wantsWords ? visit.word("cases.words." + act.rawValue) : nil,
                    least: act == .note || act == .merge ? 1 : 10,
                    draft: visit.form["viec"] == act.rawValue ? visit.form["loi"] : "",
                    choices: choices ?? [],
                    choiceLabel: choices == nil ? nil : visit.word("cases.choice." + act.rawValue),
                    fields: [.accept, .transfer, .classify].contains(act) ? fields(act, view.file) : [],
                    isMain: wanted.map { $0 == act } ?? (forms.isEmpty && !ComposeDesk.isOpen(view)),
                    isPrepared: view.original != nil && wanted == act
                )
            )
        }
        return forms
    }

    private func fields(_ act: CaseAct, _ file: CaseFile) -> [Choice] {
        let chosen = visit.form["viec"] == act.rawValue ? visit.form.text("linh-vuc") ?? file.field : file.field
        return visit.fieldChoices(chosen, none: visit.word("cases.field.none"))
    }

    private func choices(_ act: CaseAct, _ file: CaseFile) async throws -> [Choice]? {
        let chosen = visit.form["chon"]
        switch act {
        case .reject:
            return CaseReason.allCases.map {
                Choice(value: $0.rawValue, label: visit.word("casework.reason." + $0.rawValue), isChosen: $0.rawValue == chosen)
            }
        case .routeOut:
            return casework.tracks.tracks.compactMap(\.guidance).map {
                Choice(value: $0, label: visit.word("casework.track." + $0), isChosen: $0 == chosen)
            }
        case .transfer:
            return try await casework.agencies().map { Choice(value: "\($0.id)", label: $0.name, isChosen: "\($0.id)" == chosen) }
        case .classify:
            return casework.tracks.tracks.filter { $0.intake == .case }.map {
                Choice(value: $0.code, label: visit.word("casework.track." + $0.code), isChosen: $0.code == (chosen.isEmpty ? file.track : chosen))
            }
        case .extend:
            return casework.extensionReasons(of: file, in: visit.language.ofDates).map {
                Choice(value: $0.code, label: $0.words, isChosen: $0.code == chosen)
            }
        default: return nil
        }
    }
}
