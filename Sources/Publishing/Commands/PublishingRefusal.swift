public import PortalNetwork
public import RichText

/// Why a command says no; words under `refusal.publishing.…`.
public enum PublishingRefusal: Refusal, Hashable {
    case unknownItem(ItemID)
    case unknownSection(String)
    case unknownSite(String)
    /// Somebody saved in between; nothing was overwritten.
    case editedMeanwhile(version: Int)
    case findings([ReviewFinding])
    case wrongKind(expected: String)
    case wrongSite
    case siteNotActive(SiteStatus)
    case sectionClosed(String)
    case sectionTaken(String)
    case sectionCode(String)
    case sectionReserved(String)
    case tooLarge(kibibytes: Int, maximum: Int)
    /// An act on many items needs a second person.
    case secondPerson
    case reasonMissing
    case address(String)
    /// Somebody changed the same list since it was read; nothing was overwritten.
    case changedMeanwhile
    case tooManyFeatured(limit: Int)
    /// Sections below topic sites, in a circle, or too deep.
    case sectionNesting(limit: Int)
    /// The lists are being made anew; what hangs on them waits.
    case listsBehind
    case redirectLoop(String)
    /// The newest revision is not the one that was seen or approved.
    case changedSince
    /// A field's value does not fit its type; the field's name.
    case unreadable(field: String)
    /// Another window of the same person has saved this copy since.
    case otherWindow
    case nothingUrgent
    /// Nothing would be other than it is.
    case nothingChanges
    /// It was not done by this person, is undone, or too long ago.
    case nothingToUndo
    /// A set of drafts that is over, never was, or holds one the person may not see.
    case unknownSet
    /// More in one look than can be shown, or nothing at all.
    case tooManyTogether(limit: Int)
    case remarkEmpty
    case remarkTooLong(maximum: Int)
    /// A caption file that browsers would not show as it is meant.
    case captions(WebVTTFault)

    public static let samples: [PublishingRefusal] =
        [
            .unknownItem(ItemID(rawValue: 1)), .unknownSection("tin"), .unknownSite("x"), .editedMeanwhile(version: 2),
            .findings([ReviewFinding(field: "title", key: "required", values: ["label": "Tiêu đề"])]), .wrongKind(expected: "news"), .wrongSite,
            .siteNotActive(.closed), .sectionClosed("tin"), .sectionTaken("tin"), .sectionCode("Tin"), .sectionReserved("api"),
            .tooLarge(kibibytes: 2048, maximum: 1024), .secondPerson, .reasonMissing, .address("x"), .changedSince,
            .unreadable(field: "title"), .otherWindow, .nothingUrgent, .nothingChanges, .nothingToUndo, .unknownSet, .tooManyTogether(limit: 30),
            .remarkEmpty, .remarkTooLong(maximum: 5000),
            .changedMeanwhile, .tooManyFeatured(limit: 12), .sectionNesting(limit: 4), .listsBehind, .redirectLoop("/cu"),
        ] + WebVTTFault.Problem.allCases.map { .captions(WebVTTFault($0, line: 3)) }

    public var key: String {
        switch self {
        case .unknownItem: "publishing.unknown-item"
        case .unknownSection: "publishing.unknown-section"
        case .unknownSite: "publishing.unknown-site"
        case .editedMeanwhile: "publishing.edited-meanwhile"
        case .findings: "publishing.findings"
        case .wrongKind: "publishing.wrong-kind"
        case .wrongSite: "publishing.wrong-site"
        case .siteNotActive: "publishing.site-not-active"
        case .sectionClosed: "publishing.section-closed"
        case .sectionTaken: "publishing.section-taken"
        case .sectionCode: "publishing.section-code"
        case .sectionReserved: "publishing.section-reserved"
        case .tooLarge: "publishing.too-large"
        case .secondPerson: "publishing.second-person"
        case .reasonMissing: "publishing.reason-missing"
        case .address: "publishing.address"
        case .changedMeanwhile: "publishing.changed-meanwhile"
        case .tooManyFeatured: "publishing.too-many-featured"
        case .sectionNesting: "publishing.section-nesting"
        case .listsBehind: "publishing.lists-behind"
        case .redirectLoop: "publishing.redirect-loop"
        case .changedSince: "publishing.changed-since"
        case .unreadable: "publishing.unreadable"
        case .otherWindow: "publishing.other-window"
        case .nothingUrgent: "publishing.nothing-urgent"
        case .nothingChanges: "publishing.nothing-changes"
        case .nothingToUndo: "publishing.nothing-to-undo"
        case .unknownSet: "publishing.unknown-set"
        case .tooManyTogether: "publishing.too-many-together"
        case .remarkEmpty: "publishing.remark-empty"
        case .remarkTooLong: "publishing.remark-too-long"
        case .captions(let fault): "publishing.captions-\(fault.problem.rawValue)"
        }
    }

    public var values: [String: String] {
        switch self {
        case .unknownItem(let id): ["id": "\(id)"]
        case .unknownSection(let code), .sectionClosed(let code), .sectionTaken(let code), .sectionCode(let code), .sectionReserved(let code):
            ["section": code]
        case .unknownSite(let code): ["site": code]
        case .editedMeanwhile(let version): ["version": "\(version)"]
        case .findings(let findings): ["count": "\(findings.count)", "first": findings.first?.values["label"] ?? findings.first?.field ?? ""]
        case .wrongKind(let expected): ["kind": expected]
        case .siteNotActive(let status): ["status": status.rawValue]
        case .tooLarge(let size, let maximum): ["size": "\(size)", "maximum": "\(maximum)"]
        case .address(let path), .redirectLoop(let path): ["address": path]
        case .tooManyFeatured(let limit), .sectionNesting(let limit), .tooManyTogether(let limit): ["limit": "\(limit)"]
        case .unreadable(let field): ["field": field]
        case .remarkTooLong(let maximum): ["maximum": "\(maximum)"]
        case .captions(let fault): ["line": "\(fault.line)"]
        default: [:]
        }
    }

    public var field: String? {
        switch self {
        case .findings(let findings): findings.first?.field
        case .unknownSection, .sectionClosed: "section"
        case .sectionTaken, .sectionCode, .sectionReserved: "code"
        case .reasonMissing: "reason"
        case .unreadable(let field): field
        case .captions: "captions"
        default: nil
        }
    }
}
