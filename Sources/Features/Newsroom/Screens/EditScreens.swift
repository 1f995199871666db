import HTTPTypes
import NIOCore
import PortalNetwork
import PublicRecord
import Publishing
import RichText
import Store
import Vietnamese
import Web

/// Writing: the form of a kind's fields, kept every few seconds, saved as a revision.
struct EditScreens: Sendable {
    let desk: Desk
    let part: NewsroomDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/bai/:item/sua") { (context: OnItem<EditItems>) in try await edit(context) }
        routes.on(.post, "/cong/:site/bai/:item/sua", takes: .form(upTo: Workroom.largestForm)) { (context: OnItem<EditItems>) in
            try await save(context)
        }
        routes.on(.post, "/cong/:site/bai/:item/tu-luu", takes: .bytes(upTo: Workroom.largestForm)) { (context: OnItem<EditItems>) in
            try await keep(context)
        }
        routes.on(.get, "/cong/:site/bai/:item/tu-luu") { (context: OnItem<EditItems>) in try await here(context) }
        routes.on(.post, "/cong/:site/bai/:item/bo-ban-nhap") { (context: OnItem<EditItems>) in try await discard(context) }
        routes.on(.post, "/cong/:site/bai/:item/dan", takes: .bytes(upTo: 8 << 20)) { (context: OnItem<EditItems>) in try paste(context) }
    }

    // MARK: - The form

    private static let scripts = ["newsroom-blocks.js", "newsroom-remarks.js", "newsroom-editor.js", "newsroom.js"]

    private func edit(_ context: OnItem<EditItems>) async throws -> DeskAnswer {
        guard context.item.workflow.stage != .scheduled else { return .redirect(context.address + "?da=newsroom.scheduled-first") }
        let opened = try await part.workroom.open(context.item.id, for: context.by)
        let kind = try kind(of: opened.item)
        var form = try RawForm(try CanonicalJSON.parse(opened.json), of: kind, language: opened.item.language, part.writer(context.visit))
        var isCopy = false
        if let copy = opened.copy, let kept = RawForm(copy.form) {
            form.values.merge(kept.values) { $1 }
            isCopy = true
        }
        return try await page(context, opened, form, isCopy: isCopy)
    }

    func kind(of item: Item) throws -> AnyKind {
        guard let kind = part.kinds[item.kind] else { throw PublishingRefusal.wrongKind(expected: item.kind.rawValue) }
        return kind
    }

    private func page(_ context: OnItem<EditItems>, _ opened: OpenedItem, _ form: RawForm, isCopy: Bool, error: (any Refusal)? = nil) async throws
        -> DeskAnswer
    {
        let visit = context.visit
        let kind = try kind(of: opened.item)
        let names = try await part.workroom.names(of: opened.others.map(\.person))
        let title = form["f.title"].isEmpty ? visit.word("newsroom.untitled") : form["f.title"]
        let section = form.values["section"] ?? opened.item.section.flatMap { part.sections()[$0]?.code } ?? ""
        let isFiled = kind.segment == nil
        let screen = EditScreen(
            frame: DeskFrame(desk, visit, title: title, current: "work", scripts: Self.scripts),
            address: context.address,
            heading: title,
            kind: visit.word("kind." + kind.name.rawValue),
            marks: StateMark.marks(opened.item.workflow.stage, opened.item.workflow.presence, visit),
            fields: kind.fields.map { FieldControl($0, of: kind, form, error: error?.field == $0.name ? error.map(visit.said) : nil, visit) },
            sections: isFiled && opened.item.edition == 0
                ? SectionChoices.make(part.sections(), on: context.site, at: visit.now, chosen: section) : [],
            note: opened.item.workflow.presence == .live ? form.values["note"] ?? opened.note ?? "" : nil,
            version: "\(opened.item.version)",
            revision: "\(opened.item.revision)",
            copyVersion: "\(opened.copy?.version ?? 0)",
            editor: part.editor,
            library: "/desk/cong/\(context.site.code)/thu-vien",
            isCopy: isCopy,
            copyText: opened.copy.map { visit.word("newsroom.edit.copy", ["time": visit.time($0.at)]) },
            isBehind: opened.copy.map { $0.base < opened.item.revision } ?? false,
            others: opened.others.map { visit.word("newsroom.edit.other", ["name": names[$0.person] ?? ""]) },
            reason: opened.item.workflow.stage == .returned ? opened.reason : nil,
            canSubmit: context.may(.submit),
            findings: try findings(form, opened, kind, context),
            error: error.map(visit.said)
        )
        return try .page(.edit, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    /// What the kind itself objects to, as the form stands.
    private func findings(_ form: RawForm, _ opened: OpenedItem, _ kind: AnyKind, _ context: OnItem<EditItems>) throws -> [FindingLine] {
        guard let details = try? part.publishing.read(json: opened.json, of: kind.name) else { return [] }
        return kind.review(details).map { FindingLine($0, context.visit) }
    }

    /// - Returns: the details the form says, with what it does not show taken from the newest revision.
    func details(_ form: RawForm, _ item: Item, over base: [UInt8]) async throws -> [UInt8] {
        let names = form.values.filter { $0.key.hasPrefix("f.") }.flatMap {
            $0.value.utf8.count < 2000 ? $0.value.split { $0 == "," || $0 == ";" || $0.isNewline } : []
        }
        let penNames = try await part.workroom.database.read { db in
            try People.penNames(among: names.map { FormReading.cleaned(String($0)) }, in: db)
        }
        let tree = part.tree
        let reading = FormReading(
            kind: try kind(of: item),
            base: try CanonicalJSON.parse(base),
            language: item.language,
            isOwnHost: { tree().site(host: $0) != nil },
            penNames: penNames.mapValues { "\($0)" }
        )
        return try reading.details(form)
    }

    // MARK: - Saving

    private func save(_ context: OnItem<EditItems>) async throws -> DeskAnswer {
        let visit = context.visit
        let form = visit.form["tu-ban-nhap"] == "1" ? try await kept(context) : RawForm(visit.form)
        let opened = try await part.workroom.open(context.item.id, for: context.by)
        do {
            let json = try await details(form, opened.item, over: opened.json)
            let section = visit.form.text("section").flatMap { part.sections().section($0, on: context.site.id)?.id } ?? opened.item.section
            let place = Place(site: opened.item.site, section: section, language: opened.item.language)
            let saved = try await part.publishing.save(
                json: json,
                of: opened.item.kind,
                as: opened.item.id,
                in: place,
                expecting: Int(visit.form["version"]) ?? opened.item.version,
                reason: visit.form.text("ly-do"),
                note: form.values["note"].map { FormReading.cleaned($0) }.flatMap { $0.isEmpty ? nil : $0 },
                by: context.by
            )
            guard visit.form["roi"] == "gui" else { return context.done("newsroom.saved") }
            try await part.publishing.submit(saved.item, by: context.by)
            return context.done("newsroom.submitted")
        } catch PublishingRefusal.editedMeanwhile {
            // Both are kept: theirs is a revision, this one stays in hand until its author has decided.
            _ = try await part.workroom.keep(
                try form.bytes(),
                of: opened.item.id,
                base: Int(visit.form["revision"]) ?? 1,
                version: 0,
                tab: "conflict",
                takesOver: true,
                by: context.by
            )
            return try await conflict(context, form, opened)
        } catch let refusal as any Refusal {
            return try await page(context, opened, form, isCopy: false, error: refusal)
        }
    }

    private func kept(_ context: OnItem<EditItems>) async throws -> RawForm {
        let opened = try await part.workroom.open(context.item.id, for: context.by)
        guard let copy = opened.copy, let form = RawForm(copy.form) else { throw PublishingRefusal.unknownItem(context.item.id) }
        return form
    }

    /// Somebody saved in between: both texts, side by side, and what may be done.
    private func conflict(_ context: OnItem<EditItems>, _ form: RawForm, _ opened: OpenedItem) async throws -> DeskAnswer {
        let visit = context.visit
        let kind = try kind(of: opened.item)
        let theirs = try RawForm(try CanonicalJSON.parse(opened.json), of: kind, language: opened.item.language, part.writer(visit))
        let names = try await part.workroom.names(of: [opened.item.workflow.author])
        let mine = try? await part.publishing.read(json: try await details(form, opened.item, over: opened.json), of: kind.name)
        let screen = ConflictScreen(
            frame: DeskFrame(desk, visit, title: visit.word("newsroom.conflict.title"), current: "work"),
            address: context.address,
            text: visit.word("newsroom.conflict.text", ["name": names[opened.item.workflow.author] ?? "", "time": visit.time(opened.revisedAt)]),
            version: "\(opened.item.version)",
            fields: kind.fields.filter { theirs["f." + $0.name] != form["f." + $0.name] || $0.form == .richText }.map { field in
                ConflictField(label: FieldControl.label(field, of: kind, visit), theirs: theirs.shown(field), mine: form.shown(field))
            },
            body: mine.map { DetailsComparison.markup(from: opened.details, to: $0, visit) }
        )
        return try .page(.conflict, screen, visit, status: .conflict)
    }

    private func discard(_ context: OnItem<EditItems>) async throws -> DeskAnswer {
        try await part.workroom.discard(context.item.id, by: context.by)
        return context.done("newsroom.discarded")
    }

    // MARK: - Keeping, every few seconds

    private struct Keeping: Decodable {
        let base: Int
        let version: Int
        let tab: String
        let takesOver: Bool?
        let form: [String: String]
    }

    private func keep(_ context: OnItem<EditItems>) async throws -> DeskAnswer {
        guard let sent = try? CanonicalJSON.decode(Keeping.self, from: Array(context.visit.bytes.readableBytesView)), sent.tab.utf8.count <= 40 else {
            throw PageError.badRequest
        }
        do {
            let kept = try await part.workroom.keep(
                try RawForm(sent.form).bytes(),
                of: context.item.id,
                base: sent.base,
                version: sent.version,
                tab: sent.tab,
                takesOver: sent.takesOver ?? false,
                by: context.by
            )
            return .json(try await answer(kept, context))
        } catch let refusal as PublishingRefusal {
            let answer: [String: JSONValue] = ["refusal": .string(refusal.key), "text": .string(context.visit.said(refusal))]
            return .json(ByteBuffer(bytes: try CanonicalJSON.serialise(.object(answer))), status: .conflict)
        }
    }

    /// Also tells a page whose session was renewed in another window the token of its forms.
    private func here(_ context: OnItem<EditItems>) async throws -> DeskAnswer {
        .json(try await answer(try await part.workroom.here(context.item.id, base: context.item.revision, by: context.by), context))
    }

    private func answer(_ kept: Kept, _ context: OnItem<EditItems>) async throws -> ByteBuffer {
        let names = try await part.workroom.names(of: kept.others.map(\.person))
        let answer: [String: JSONValue] = [
            "version": .int(Int64(kept.version)), "revision": .int(Int64(kept.revision)),
            "at": .string(String(context.visit.time(kept.at).suffix(5))),
            "others": .array(kept.others.map { .string(context.visit.word("newsroom.edit.other", ["name": names[$0.person] ?? ""])) }),
            "token": .string(DeskFrame(desk, context.visit, title: "").token),
        ]
        return ByteBuffer(bytes: try CanonicalJSON.serialise(.object(answer)))
    }

    // MARK: - Pasting

    /// Foreign HTML (Word, an old portal, a mail) as blocks of ours, with what the person should know of it.
    private func paste(_ context: OnItem<EditItems>) throws -> DeskAnswer {
        let tree = part.tree
        let reader = FormReading.reader(context.item.language) { tree().site(host: $0) != nil }
        let reading: HTMLReader.Reading
        do { reading = try reader.read(String(buffer: context.visit.bytes)) } catch { throw PageError(.contentTooLarge, "content-too-large") }
        let answer: [String: JSONValue] = [
            "body": try CanonicalJSON.value(of: reading.text),
            "findings": .array(Set(reading.findings.map { "\($0.kind)" }).sorted().map { .string($0) }),
        ]
        return .json(ByteBuffer(bytes: try CanonicalJSON.serialise(.object(answer))))
    }
}
