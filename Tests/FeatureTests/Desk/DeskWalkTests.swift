import HTTPTypes
import PortalNetwork
import PortalTesting
import Publishing
import Testing
import Web

/// Every declared address of the desk × every role × where the role is held, against a table written by hand.
@Suite("Who may go where on the desk") struct DeskWalkTests {
    /// From the domain notes (7.1) and the decision on people: not read from the program's own table.
    static let holders: [Action: Set<Role>] = [
        .editPeople: [.administrator],
        .readPeople: [.deskSecretary, .deputyChief, .editorInChief, .operator, .administrator],
        .readAudit: [.editorInChief, .administrator],
        .readLibrary: writers, .addFile: writers, .editFile: writers,
        .shareFile: [.editor, .deskSecretary, .deputyChief, .editorInChief],
        .editSections: [.deskSecretary, .deputyChief, .editorInChief, .administrator],
        .editLeaders: [.deskSecretary, .deputyChief, .editorInChief, .administrator],
        .editRules: [.editorInChief, .administrator],
        .editCompetence: [.deskSecretary, .deputyChief, .editorInChief, .administrator],
        .editMenu: [.deskSecretary, .deputyChief, .editorInChief, .administrator],
        .editLook: [.deputyChief, .editorInChief, .administrator],
        .raiseBanner: [.deputyChief, .editorInChief],
        .arrangeHome: [.deskSecretary, .deputyChief, .editorInChief],
        .readReports: [.editor, .deskSecretary, .deputyChief, .editorInChief, .operator, .administrator],
        .watchLinks: [.operator, .administrator],
        .watchPages: [.operator, .deputyChief, .editorInChief],
        .proposeHost: [.editor, .deskSecretary, .deputyChief, .editorInChief, .operator, .administrator],
        .approveHost: [.deputyChief, .editorInChief],
        .changeSite: [.operator, .administrator],
        .readCases: [.recordsClerk, .unitLiaison, .deskSecretary, .deputyChief, .editorInChief],
        .eraseCase: [.editorInChief],
        .receiveCases: [.recordsClerk, .deskSecretary, .deputyChief, .editorInChief],
        .editLaws: [.deputyChief, .editorInChief, .administrator], .editTemplates: [.deskSecretary, .deputyChief, .editorInChief],
        .addSite: [.operator, .administrator],
        .editRedirects: [.deskSecretary, .deputyChief, .editorInChief, .operator, .administrator],
    ]
    static let writers: Set<Role> = [
        .contributor, .reporter, .editor, .deskSecretary, .deputyChief, .editorInChief, .unitLiaison, .recordsClerk,
    ]

    private static let newsroom: Set<Role> = [.editor, .deskSecretary, .deputyChief, .editorInChief]
    private static let chiefs: Set<Role> = [.deputyChief, .editorInChief]

    /// Who may enter a room because of what they could do there to something of their own.
    static let enterers: [Action: Set<Role>] = [
        .read: newsroom.union([.contributor, .reporter, .unitLiaison, .recordsClerk, .accountant]),
        .create: newsroom.union([.contributor, .reporter, .unitLiaison]),
    ]

    /// Who may do what to a reporter's draft that is not their own.
    static let handlers: [Action: Set<Role>] = [
        .read: newsroom.union([.reporter, .unitLiaison, .recordsClerk, .accountant]),
        .edit: newsroom, .submit: newsroom, .return: newsroom, .assign: newsroom, .inviteReader: newsroom,
        .approve: chiefs, .schedule: chiefs, .publish: chiefs, .publishUrgently: chiefs, .confirmUrgent: chiefs, .withdraw: chiefs, .restore: chiefs,
        .move: chiefs,
    ]

    /// Rooms that a role limited to sections enters; behind the door each thing is asked about by itself.
    static let ofSections: Set<Action> = [.readLibrary, .addFile, .editFile]

    /// `section`: on the portal itself, limited to the section in which the draft stands; `elsewhere`: to another.
    enum Held: String, CaseIterable { case own, parent, child, foreign, section, elsewhere }

    @Test("route × role × portal", arguments: Backend.available)
    func walk(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("dich", .reporter, on: place.portal.department)
            let foreign = try #require(place.portal.tree.site(code: "trong"))
            let other = SectionID(rawValue: 77)
            try await place.portal.publishing.addSection(
                Section(id: other, site: place.portal.department.id, code: "noi-khac", name: "Mục khác"),
                by: place.portal.by("chief")
            )
            let sites: [Held: Site] = [
                .section: place.portal.department, .elsewhere: place.portal.department, .own: place.portal.department, .parent: place.portal.province,
                .child: place.station,
                .foreign: foreign,
            ]
            #expect(place.routes.count > 25 && Set(place.routes).count == place.routes.count)
            // Going out comes last: it ends the session it is tried with.
            let routes = place.routes.sorted { ($0.path == "/desk/dang-xuat" ? 1 : 0) < ($1.path == "/desk/dang-xuat" ? 1 : 0) }
            var cells = 0

            let nobody = place.visitor()
            _ = try await nobody.get("/desk/dang-nhap")
            for route in routes {
                let answer = try await call(nobody, route)
                let isIn = answer.status != 303 || answer.location?.hasPrefix("/desk/dang-nhap") != true
                #expect(isIn == (route.demand == .open), "nobody \(route.method) \(route.path): \(answer.status) \(answer.location ?? "")")
                cells += 1
            }

            for role in Role.allCases {
                for held in Held.allCases {
                    let isLimited = held == .section || held == .elsewhere
                    if isLimited, !role.isOfSections { continue }
                    let handle = "\(role.rawValue.lowercased())-\(held.rawValue)"
                    // Everybody tries a passkey they do not have, from one address: that is not what is counted here.
                    place.portal.clock.advance(seconds: 3601)
                    try await place.person(handle, role, on: try #require(sites[held]))
                    if isLimited {
                        let (person, now) = (try await place.by(handle).actor.person, place.portal.clock.now)
                        let sections: Set<SectionID> = [held == .section ? place.portal.ward.id : other]
                        try await place.portal.database.write {
                            try People.limit(role, of: person, on: place.portal.department.id, to: sections, at: now, in: $0)
                        }
                    }
                    let half = place.visitor()
                    _ = try await half.get("/desk/dang-nhap")
                    _ = try await half.post("/desk/dang-nhap", ["ten": handle, "mat-khau": DeskPlace.password])
                    _ = try await half.get("/desk/thiet-lap")
                    for route in routes where route.demand != .open && route.demand != .half {
                        let answer = try await call(half, route)
                        #expect(answer.status == 303 && answer.location?.hasPrefix("/desk/thiet-lap") == true, "half \(route.path): \(answer.status)")
                        cells += 1
                    }
                    let visitor = try await place.signedIn(handle)
                    let draft = try await place.draft(by: "dich")
                    for route in routes {
                        let answer = try await call(visitor, route, draft)
                        let what = "\(role) held as \(held): \(route.method) \(route.path) answers \(answer.status) \(answer.location ?? "")"
                        #expect(answer.status < 500, "\(what)")
                        switch route.demand {
                        case .open, .signedIn, .staff:
                            #expect(answer.status != 403 && answer.location?.hasPrefix("/desk/dang-nhap?tiep") != true, "\(what)")
                        case .half: #expect(answer.status == 303, "\(what)")
                        case .may(let action), .mayOwn(let action), .mayItem(let action):
                            let table =
                                if case .mayOwn = route.demand { Self.enterers } else if case .mayItem = route.demand { Self.handlers } else {
                                    Self.holders
                                }
                            let wanted = try #require(table[action], "\(action) is not in the table of this test")
                            let isReached =
                                switch (held, route.demand) {
                                case (.own, _), (.parent, _): true
                                case (.child, _), (.foreign, _): false
                                case (.elsewhere, .mayItem): false
                                case (_, .may): Self.ofSections.contains(action)
                                default: true
                                }
                            let mayGo = isReached && wanted.contains(role)
                            #expect((answer.status != 403) == mayGo, "\(what)")
                            #expect(mayGo || !answer.body.contains("Người dich"), "\(what) and names somebody")
                        }
                        cells += 1
                    }
                }
            }
            print("desk: tried \(cells) cells of \(routes.count) routes × \(Role.allCases.count) roles × 4 portals and 2 limits on \(backend)")
            #expect(cells > 4500)
        }
    }

    /// An id that nothing has.
    private static let nobody = "0000000000001"

    private func call(_ visitor: Visitor, _ route: DeskRoute, _ draft: ItemID? = nil) async throws -> Browser.Answer {
        let path = route.path.replacing(":site", with: "so-y-te").replacing(":person", with: "dich").replacing(":file", with: Self.nobody)
            .replacing(":upload", with: Self.nobody).replacing(":act", with: Self.nobody).replacing(":set", with: Self.nobody)
            .replacing(":case", with: Self.nobody).replacing(":number", with: "1")
            .replacing(":item", with: draft.map { "\($0)" } ?? Self.nobody)
        // What takes no form takes its token in the header; a form with files is told by what browsers say of it.
        if route.path.hasSuffix("/tai-len") || route.path.hasSuffix("/thay"), route.method == .post { return try await visitor.upload(path, []) }
        switch route.method {
        case .get: return try await visitor.get(path)
        case .post:
            guard case .form = route.takes else { return try await visitor.send(path, .post, bytes: Array("{}".utf8)) }
            // A version nobody saw: what may be done is refused for another reason than who asks, and the draft stays as it is.
            return try await visitor.post(path, ["version": "0"])
        default: return try await visitor.send(path, route.method)
        }
    }

    @Test("a route cannot demand what the gate does not know", arguments: [Action.readPeople, .editPeople, .readAudit])
    func table(_ action: Action) async throws {
        try await DeskPlace.with(.sqlite) { place in
            let wanted = Set(place.routes.compactMap { route in if case .may(let action) = route.demand { action } else { nil } })
            #expect(wanted.contains(action) && wanted == Set(Self.holders.keys))
            #expect(Set(place.routes.compactMap { if case .mayOwn(let action) = $0.demand { action } else { nil } }) == Set(Self.enterers.keys))
            #expect(Set(place.routes.compactMap { if case .mayItem(let action) = $0.demand { action } else { nil } }) == Set(Self.handlers.keys))
        }
    }
}
