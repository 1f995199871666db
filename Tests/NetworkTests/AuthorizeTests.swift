import PortalNetwork
import Testing
import Vietnamese

/// The gate against a table written by hand from the domain notes (7.1), cell by cell.
@Suite struct AuthorizeTests {
    /// Columns: contributor, reporter, editor, deskSecretary, deputyChief, editorInChief, unitLiaison, recordsClerk, accountant, operator,
    /// administrator. Cells: `+` always · `o` own only · `d` own draft or returned only · `4` not one's own (four eyes) · `u` kinds of
    /// units · `r` kinds of the register · `s` only what is no item · `.` never. An `o` cell also admits what is no item.
    static let expected: [Action: String] = [
        .read: /*          */ "o+++++++" + "+ss",
        .create: /*        */ "++++++ur" + "...",
        .edit: /*          */ "dd++++ur" + "...",
        .submit: /*        */ "dd++++ur" + "...",
        .return: /*        */ "..++++.." + "...",
        .approve: /*       */ "....44.." + "...",
        .schedule: /*      */ "....++.." + "...",
        .publish: /*       */ "....++.." + "...",
        .update: /*        */ "....++.." + "...",
        .correct: /*       */ "....++.." + "...",
        .withdraw: /*      */ "....++.." + "...",
        .restore: /*       */ "....++.." + "...",
        .move: /*          */ "....++.." + "...",
        .erase: /*         */ ".....+.." + "...",
        .publishUrgently: /**/ "....++.." + "...",
        .confirmUrgent: /* */ "....44.." + "...",
        .assign: /*        */ "..++++.." + "...",
        .inviteReader: /*  */ "..++++.." + "...",
        .importItems: /*   */ "..++++.." + ".++",
        .confirmImport: /* */ "....44.." + "...",
        .editSections: /*  */ "...+++.." + "..+",
        .editMenu: /*      */ "...+++.." + "..+",
        .editLook: /*      */ "....++.." + "..+",
        .raiseBanner: /*   */ "....++.." + "...",
        .arrangeHome: /*   */ "...+++.." + "...",
        .editRedirects: /* */ "...+++.." + ".++",
        .editLeaders: /*   */ "...+++.." + "..+",
        .editRules: /*     */ ".....+.." + "..+",
        .editCompetence: /**/ "...+++.." + "..+",
        .readReports: /*   */ "..++++.." + ".++",
        .watchLinks: /*    */ "........" + ".++",
        .watchPages: /*    */ "....++.." + ".+.",
        .proposeHost: /*   */ "..++++.." + ".++",
        .approveHost: /*   */ "....44.." + "...",
        .addSite: /*       */ "........" + ".++",
        .changeSite: /*    */ "........" + ".++",
        .editPeople: /*    */ "........" + "..4",
        .editUnits: /*     */ "........" + ".++",
        .readPeople: /*    */ "...+++.." + ".++",
        .readAudit: /*     */ ".....+.." + "..+",
        .readLibrary: /*   */ "++++++++" + "...",
        .addFile: /*       */ "++++++++" + "...",
        .editFile: /*      */ "oo++++oo" + "...",
        .shareFile: /*     */ "..++++.." + "...",
        .readCases: /*     */ "...+++++" + "...",
        .receiveCases: /*  */ "...+++.+" + "...",
        .transferCases: /* */ "...+++++" + "...",
        .workCases: /*     */ "...++++." + "...",
        .approveCases: /*  */ "....44.." + "...",
        .openCase: /*      */ "...+++o+" + "...",
        .eraseCase: /*     */ ".....+.." + "...",
        .editLaws: /*      */ "....++.." + "..+",
        .editTemplates: /* */ "...+++.." + "...",
    ]

    static let columns: [Role] = [
        .contributor, .reporter, .editor, .deskSecretary, .deputyChief, .editorInChief, .unitLiaison, .recordsClerk, .accountant, .operator,
        .administrator,
    ]

    /// tinh ─ so ─ truong; khac beside them.
    static let tree: SiteTree = {
        func site(_ id: Int64, _ parent: Int64?, _ code: String) -> Site {
            Site(
                id: SiteID(rawValue: id),
                code: code,
                parent: parent.map { SiteID(rawValue: $0) },
                kind: .portal,
                name: code,
                shortName: code,
                createdAt: Instant(rawValue: 0)
            )
        }
        return SiteTree(version: 1, sites: [site(1, nil, "tinh"), site(2, 1, "so"), site(3, 2, "truong"), site(4, nil, "khac")])
    }()

    private func admits(_ cell: Character, kind: String?, state: String?, isOwn: Bool) -> Bool {
        switch cell {
        case "+": true
        case "o": kind == nil || isOwn
        case "d": isOwn && (state == nil || state == "draft" || state == "returned")
        case "4": !isOwn
        case "u": ["legal-document", "procedure", "question", "consultation"].contains(kind)
        case "r": ["legal-document", "gazette-issue"].contains(kind)
        case "s": kind == nil
        default: false
        }
    }

    @Test(arguments: Action.allCases)
    func theTableIsTheOneInTheNotes(_ action: Action) throws {
        let cells = Array(try #require(Self.expected[action]))
        #expect(cells.count == Role.allCases.count)
        #expect(Set(Self.columns) == Set(Role.allCases))
        var walked = 0
        for (role, cell) in zip(Self.columns, cells) {
            for grantedOn in 1...4 as ClosedRange<Int64> {
                let actor = Actor(person: PersonID(rawValue: 1), grants: [Actor.Grant(role: role, site: SiteID(rawValue: grantedOn))])
                for subjectOn in 1...4 as ClosedRange<Int64> {
                    // The grant reaches its own site and what lies below it: 1 ⊃ 2 ⊃ 3, and 4 alone.
                    let reaches = grantedOn == subjectOn || (grantedOn < subjectOn && subjectOn != 4)
                    for kind in [nil, "news", "page", "legal-document", "procedure", "question", "consultation", "gazette-issue"] as [String?] {
                        for state in [nil, "draft", "returned", "submitted", "published"] as [String?] {
                            for relation in Subject.Relation.allCases {
                                let subject = Subject(site: SiteID(rawValue: subjectOn), kind: kind, state: state, relation: relation)
                                let wanted = reaches && admits(cell, kind: kind, state: state, isOwn: relation == .author)
                                let found = mayDo(actor, action, on: subject, in: Self.tree)
                                #expect(found == wanted, "\(role) \(action) granted on \(grantedOn) \(subject)")
                                walked += 1
                            }
                        }
                    }
                }
            }
        }
        #expect(walked == 11 * 16 * 8 * 5 * 2)
    }

    private func chief(_ roles: [(Role, Int64)]) -> Actor {
        Actor(person: PersonID(rawValue: 1), grants: roles.map { Actor.Grant(role: $0.0, site: SiteID(rawValue: $0.1)) })
    }

    @Test func nobodyApprovesTheirOwnWhateverElseTheyAre() {
        let all = chief(Role.allCases.map { ($0, 1) })
        let own = Subject(site: SiteID(rawValue: 3), kind: "news", state: "pendingApproval", relation: .author)
        #expect(throws: AuthorizationRefusal.ownWork(.approve)) { try authorize(all, .approve, on: own, in: Self.tree) }
        #expect(throws: AuthorizationRefusal.ownWork(.confirmImport)) { try authorize(all, .confirmImport, on: own, in: Self.tree) }
        #expect(throws: AuthorizationRefusal.ownWork(.editPeople)) { try authorize(all, .editPeople, on: own, in: Self.tree) }
    }

    @Test func technicalRolesHaveNoPublishingRightEvenTogether() {
        let technician = chief([(.operator, 1), (.administrator, 1)])
        let subject = Subject(site: SiteID(rawValue: 3), kind: "news", state: "approved")
        let publishing: [Action] = [
            .create, .edit, .submit, .approve, .schedule, .publish, .update, .correct, .withdraw, .restore, .move, .erase, .confirmImport,
            .raiseBanner,
        ]
        for action in publishing {
            #expect(throws: AuthorizationRefusal.notAllowed(action)) { try authorize(technician, action, on: subject, in: Self.tree) }
        }
    }

    @Test func rolesAddUpAcrossSites() throws {
        let actor = chief([(.reporter, 2), (.editorInChief, 3)])
        try authorize(actor, .publish, on: Subject(site: SiteID(rawValue: 3), kind: "news"), in: Self.tree)
        #expect(throws: AuthorizationRefusal.notAllowed(.publish)) {
            try authorize(actor, .publish, on: Subject(site: SiteID(rawValue: 2), kind: "news"), in: Self.tree)
        }
    }

    @Test func anUnknownSiteAndAnEmptyActorGetNothing() {
        let actor = chief([(.editorInChief, 99)])
        #expect(throws: AuthorizationRefusal.notAllowed(.read)) {
            try authorize(actor, .read, on: Subject(site: SiteID(rawValue: 99)), in: Self.tree)
        }
        #expect(throws: AuthorizationRefusal.notAllowed(.read)) {
            try authorize(chief([]), .read, on: Subject(site: SiteID(rawValue: 1)), in: Self.tree)
        }
    }
}
