public import Store
public import Vietnamese

public struct AuditID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// What the trail knows by name: `session.begun`, `person.disabled`. Others may add words of their own.
public enum AuditAction: String, Sendable, CaseIterable {
    case signIn = "sign-in"
    case secondFactor = "second-factor"
    case signOut = "sign-out"
    case sessionRevoked = "session-revoked"
    case sessionsRevoked = "sessions-revoked"
    case passwordChanged = "password-changed"
    case passwordReset = "password-reset"
    case factorEnrolled = "factor-enrolled"
    case factorReset = "factor-reset"
    case factorRemoved = "factor-removed"
    case passkeyAdded = "passkey-added"
    case passkeyRemoved = "passkey-removed"
    case providerLinked = "provider-linked"
    case providerUnlinked = "provider-unlinked"
    case providerRefused = "provider-refused"
    case personExpelled = "person-expelled"
    case keysRotated = "keys-rotated"
    case handedOver = "handed-over"
    case sectionsLimited = "sections-limited"
    case letterRetried = "letter-retried"
    case noticeChosen = "notice-chosen"
    case recoveryRenewed = "recovery-renewed"
    case recoveryUsed = "recovery-used"
    case personInvited = "person-invited"
    case invitationUsed = "invitation-used"
    case personAdded = "person-added"
    case personDisabled = "person-disabled"
    case personEnabled = "person-enabled"
    case roleGranted = "role-granted"
    case roleRevoked = "role-revoked"
    case deputyAppointed = "deputy-appointed"
    case deputyEnded = "deputy-ended"
    case auditExported = "audit-exported"
    case fileAdded = "file-added"
    case fileReplaced = "file-replaced"
    case fileChanged = "file-changed"
    case fileShared = "file-shared"
    case fileUnshared = "file-unshared"
    case fileDeleted = "file-deleted"
    case fileRestored = "file-restored"
    case fileDestroyed = "file-destroyed"
    case fileRefused = "file-refused"
    case fileInfected = "file-infected"
    case sectionsChanged = "sections-changed"
    case menuChanged = "menu-changed"
    case homeChanged = "home-changed"
    case lookChanged = "look-changed"
    case bannerRaised = "banner-raised"
    case bannerCleared = "banner-cleared"
    case redirectsChanged = "redirects-changed"
    case siteAdded = "site-added"
    case siteChanged = "site-changed"
    case siteTurned = "site-turned"
    case siteMoved = "site-moved"
    case sitesOrdered = "sites-ordered"
    case linksChecked = "links-checked"
    case watchChanged = "watch-changed"
    case caseDismissed = "case-dismissed"
    case caseActed = "case-acted"
    case caseOpened = "case-opened"
    case caseErased = "case-erased"
    case lawAdded = "law-added"
    case lawChanged = "law-changed"
    case templateChanged = "template-changed"
    case answerChecked = "answer-checked"
    case competenceChanged = "competence-changed"
    case hostProposed = "host-proposed"
    case hostApproved = "host-approved"
    case hostRefused = "host-refused"
    case recordSucceeded = "record-succeeded"
    case installationMade = "installation-made"
    case leaderAdded = "leader-added"
    case leaderEnded = "leader-ended"
    case leaderRemoved = "leader-removed"
    case rulesChanged = "rules-changed"
    case forgedForm = "forged-form"
    case refused = "refused"
    case itemSaved = "item-saved"
    case itemSubmitted = "item-submitted"
    case itemRecalled = "item-recalled"
    case itemReturned = "item-returned"
    case itemApproved = "item-approved"
    case itemScheduled = "item-scheduled"
    case itemUnscheduled = "item-unscheduled"
    case itemPublished = "item-published"
    case itemPublishedUrgently = "item-published-urgently"
    case urgentConfirmed = "urgent-confirmed"
    case itemUpdated = "item-updated"
    case itemCorrected = "item-corrected"
    case itemWithdrawn = "item-withdrawn"
    case withdrawalPlanned = "withdrawal-planned"
    case itemRestored = "item-restored"
    case itemMoved = "item-moved"
    case itemErased = "item-erased"
    case itemAssigned = "item-assigned"
    case remarkMade = "remark-made"
    case reviewLinkMade = "review-link-made"
    case reviewLinkEnded = "review-link-ended"
    case alarmSeen = "alarm-seen"
}

public enum AuditOutcome: String, Sendable, CaseIterable, SQLBindable, SQLReadable { case done, refused }

/// One line: who did what, when, from where, on what.
public struct AuditLine: Sendable, Hashable {
    public let id: AuditID
    public let at: Instant
    public let person: PersonID?
    /// As the name was then; what was typed is never kept where nobody has it.
    public let handle: String
    public let action: String
    public let outcome: AuditOutcome
    public let site: SiteID?
    public let object: String
    public let detail: String
    public let address: String
    public let agent: String
}

/// The trail of what people did: only ever added to (the database refuses anything else).
public enum AuditTrail {
    public static func add(
        _ action: AuditAction,
        _ outcome: AuditOutcome = .done,
        by person: Person?,
        on object: String = "",
        site: SiteID? = nil,
        detail: String = "",
        from caller: Access.Caller,
        id: AuditID,
        at now: Instant,
        in db: any Connection
    ) throws {
        try db.execute(line(action, outcome, by: person, on: object, site: site, detail: detail, from: caller, id: id, at: now))
    }

    /// The statement that adds a line.
    public static func line(
        _ action: AuditAction,
        _ outcome: AuditOutcome = .done,
        by person: Person?,
        on object: String = "",
        site: SiteID? = nil,
        detail: String = "",
        from caller: Access.Caller,
        id: AuditID,
        at now: Instant
    ) -> SQL {
        """
        INSERT INTO audit (id, at, person, handle, action, outcome, site, object, detail, address, agent)
        VALUES (\(id), \(now), \(person?.id), \(person?.handle ?? ""), \(action.rawValue), \(outcome), \(site), \(String(object.prefix(200))),
            \(String(detail.prefix(500))), \(caller.address), \(caller.agent))
        """
    }

    /// What is asked of the trail.
    public struct Query: Sendable, Hashable {
        /// Sign-in name of who did it, or on whom it was done.
        public var handle: String?
        public var action: String?
        public var outcome: AuditOutcome?
        public var from: Instant?
        public var until: Instant?
        /// The last line of the page before.
        public var before: AuditID?
        public var limit: Int
        /// Lines of these sites, and those without a site of people who hold a role there; nil: every line.
        public var sites: [SiteID]?

        public init(
            handle: String? = nil,
            action: String? = nil,
            outcome: AuditOutcome? = nil,
            from: Instant? = nil,
            until: Instant? = nil,
            before: AuditID? = nil,
            limit: Int = 50,
            sites: [SiteID]? = nil
        ) {
            self.handle = handle
            self.action = action
            self.outcome = outcome
            self.from = from
            self.until = until
            self.before = before
            self.limit = limit
            self.sites = sites
        }
    }

    /// Newest first.
    public static func lines(_ query: Query, in db: any Connection) throws -> [AuditLine] {
        var wanted: [SQL] = ["1 = 1"]
        if let handle = query.handle { wanted.append("(handle = \(handle) OR object = \(handle))") }
        if let action = query.action { wanted.append("action = \(action)") }
        if let outcome = query.outcome { wanted.append("outcome = \(outcome)") }
        if let from = query.from { wanted.append("at >= \(from)") }
        if let until = query.until { wanted.append("at < \(until)") }
        if let before = query.before { wanted.append("id < \(before)") }
        if let sites = query.sites {
            wanted.append(
                """
                (site IN (\(list: sites))
                    OR site IS NULL AND person IN (SELECT person FROM person_role WHERE site IN (\(list: sites))))
                """
            )
        }
        let filter = SQL.joined(wanted, separator: " AND ")
        return try db.rows(
            """
            SELECT id, at, person, handle, action, outcome, site, object, detail, address, agent FROM audit
            WHERE \(filter) ORDER BY id DESC LIMIT \(max(1, min(query.limit, 5000)))
            """
        ).map { row in
            AuditLine(
                id: try row[0],
                at: try row[1],
                person: try row[2],
                handle: try row[3],
                action: try row[4],
                outcome: try row[5],
                site: try row[6],
                object: try row[7],
                detail: try row[8],
                address: try row[9],
                agent: try row[10]
            )
        }
    }
}

extension Access {
    /// A line in the trail, in the same transaction as what it tells of.
    public func note(
        _ action: AuditAction,
        _ outcome: AuditOutcome = .done,
        by person: Person?,
        on object: String = "",
        site: SiteID? = nil,
        detail: String = "",
        from caller: Caller,
        in db: any Connection
    ) throws {
        try AuditTrail.add(
            action,
            outcome,
            by: person,
            on: object,
            site: site,
            detail: detail,
            from: caller,
            id: ids.next(),
            at: clock.now(),
            in: db
        )
    }
}
