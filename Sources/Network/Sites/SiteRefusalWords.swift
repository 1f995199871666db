/// Key, values and field of each refusal: what its text in the catalogues is found by and filled with.
extension SiteRefusal {
    public var key: String { "site." + parts.name }
    public var values: [String: String] { parts.values }
    public var field: String? { parts.field }

    private typealias Parts = (name: String, field: String?, values: [String: String])

    private var parts: Parts {
        switch self {
        case .unknown(let code): ("unknown", nil, ["code": code])
        case .changedMeanwhile(let code): ("changed-meanwhile", nil, ["code": code])
        case .codeInvalid(let code): ("code-invalid", "code", ["code": code])
        case .codeReserved(let code): ("code-reserved", "code", ["code": code])
        case .codeTaken(let code, let by, let others):
            ("code-taken", "code", ["code": code, "by": by, "suggestions": others.joined(separator: ", ")])
        case .nameMissing: ("name-missing", "name", [:])
        case .nameTooLong(let limit): ("name-too-long", "name", ["limit": "\(limit)"])
        case .shortNameMissing: ("short-name-missing", "shortName", [:])
        case .shortNameTooLong(let limit): ("short-name-too-long", "shortName", ["limit": "\(limit)"])
        case .contactInvalid(let part): ("contact-invalid-\(part)", "contact.\(part)", [:])
        case .contactTooLong(let part, let limit): ("contact-too-long", "contact.\(part)", ["limit": "\(limit)"])
        default: hostParts ?? treeParts ?? statusParts ?? lookParts ?? bannerParts
        }
    }

    private var hostParts: Parts? {
        switch self {
        case .hostMissing: ("host-missing", "hosts", [:])
        case .hostInvalid(let host): ("host-invalid", "hosts", ["host": host])
        case .hostNotPlain(let host, let suggestion): ("host-not-plain", "hosts", ["host": host, "suggestion": suggestion])
        case .hostReserved(let host, let label): ("host-reserved", "hosts", ["host": host, "label": label])
        case .hostTwice(let host): ("host-twice", "hosts", ["host": host])
        case .hostTaken(let host, let by, let others):
            ("host-taken", "hosts", ["host": host, "by": by, "suggestions": others.joined(separator: ", ")])
        case .tooManyHosts(let limit): ("too-many-hosts", "hosts", ["limit": "\(limit)"])
        case .hostOnLinkedSite: ("host-on-linked-site", "hosts", [:])
        case .urlMissing: ("url-missing", "url", [:])
        case .urlInvalid(let url): ("url-invalid", "url", ["url": url])
        case .urlOnlyForLinkedSite: ("url-only-for-linked-site", "url", [:])
        default: nil
        }
    }

    private var treeParts: Parts? {
        switch self {
        case .parentUnknown(let code): ("parent-unknown", "parent", ["code": code])
        case .parentRequired(let kind): ("parent-required", "parent", ["kind": kind.rawValue])
        case .parentIsLinked(let code): ("parent-is-linked", "parent", ["code": code])
        case .languageOfParent(let language): ("language-of-parent", "language", ["language": language.ownName])
        case .movedBelowItself(let code): ("moved-below-itself", "parent", ["code": code])
        case .agencyUnknown: ("agency-unknown", "agency", [:])
        default: nil
        }
    }

    private var statusParts: Parts? {
        switch self {
        case .statusAlready(let status): ("status-already-\(status.rawValue)", "status", ["status": status.rawValue])
        case .statusNotFor(let kind, let status): ("status-not-for-kind", "status", ["kind": kind.rawValue, "status": status.rawValue])
        case .reasonMissing: ("reason-missing", "reason", [:])
        case .reasonTooLong(let limit): ("reason-too-long", "reason", ["limit": "\(limit)"])
        case .successorUnknown(let code): ("successor-unknown", "successor", ["code": code])
        case .successorItself: ("successor-itself", "successor", [:])
        case .successorUnusable(let code): ("successor-unusable", "successor", ["code": code])
        default: nil
        }
    }

    private var lookParts: Parts? {
        switch self {
        case .menuLabelMissing: ("menu-label-missing", "menu", [:])
        case .menuLabelTooLong(let label, let limit): ("menu-label-too-long", "menu", ["label": label, "limit": "\(limit)"])
        case .menuTargetInvalid(let label, let target): ("menu-target-invalid", "menu", ["label": label, "target": target])
        case .menuTooDeep(let limit): ("menu-too-deep", "menu", ["limit": "\(limit)"])
        case .menuTooLong(let limit): ("menu-too-long", "menu", ["limit": "\(limit)"])
        case .colourInvalid(let part, let value): ("colour-invalid", "look.\(part)", ["value": value])
        case .contrastTooLow(let colour, let ratio, let least):
            ("contrast-too-low", "look.primary", ["colour": colour, "ratio": ratio, "least": least])
        case .pictureInvalid(let part): ("picture-invalid", "look.\(part)", [:])
        case .focusInvalid: ("focus-invalid", "look.bannerFocus", [:])
        case .sloganTooLong(let limit): ("slogan-too-long", "look.slogan", ["limit": "\(limit)"])
        case .footerTooLong(let lines, let limit): ("footer-too-long", "look.footer", ["lines": "\(lines)", "limit": "\(limit)"])
        case .themeInvalid(let theme): ("theme-invalid", "look.theme", ["theme": theme])
        case .blockInvalid(let block): ("block-invalid", "look.blocks", ["block": block])
        case .tooManyBlocks(let limit): ("too-many-blocks", "look.blocks", ["limit": "\(limit)"])
        default: nil
        }
    }

    private var bannerParts: Parts {
        switch self {
        case .bannerTextMissing: ("banner-text-missing", "text", [:])
        case .bannerTextTooLong(let limit): ("banner-text-too-long", "text", ["limit": "\(limit)"])
        case .bannerTargetInvalid(let target): ("banner-target-invalid", "target", ["target": target])
        case .bannerExpiryPast: ("banner-expiry-past", "expiresAt", [:])
        case .bannerExpiryBeforeStart: ("banner-expiry-before-start", "expiresAt", [:])
        case .bannerTooLong(let days): ("banner-too-long", "expiresAt", ["days": "\(days)"])
        default: ("banner-unknown", nil, [:])
        }
    }
}
