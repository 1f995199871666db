/// Why a portal cannot be added, changed, moved, dressed or closed as asked.
public enum SiteRefusal: Refusal, Equatable {
    case unknown(String)
    /// Someone else changed the site since it was read.
    case changedMeanwhile(String)

    case codeInvalid(String)
    case codeReserved(String)
    case codeTaken(code: String, by: String, suggestions: [String])
    case nameMissing
    case nameTooLong(limit: Int)
    case shortNameMissing
    case shortNameTooLong(limit: Int)

    case hostMissing
    case hostInvalid(String)
    /// Not ASCII, or its punycode form: bodies of the state use plain names (domain notes 12.5).
    case hostNotPlain(host: String, suggestion: String)
    case hostReserved(host: String, label: String)
    case hostTwice(String)
    case hostTaken(host: String, by: String, suggestions: [String])
    case tooManyHosts(limit: Int)
    case hostOnLinkedSite
    case urlMissing
    case urlInvalid(String)
    case urlOnlyForLinkedSite

    case parentUnknown(String)
    case parentRequired(SiteKind)
    /// Linked sites are outside the platform; nothing stands below them.
    case parentIsLinked(String)
    /// A language portal speaks another language than its parent.
    case languageOfParent(Language)
    case movedBelowItself(String)
    case agencyUnknown

    case contactInvalid(part: String)
    case contactTooLong(part: String, limit: Int)

    case statusAlready(SiteStatus)
    case statusNotFor(kind: SiteKind, status: SiteStatus)
    case reasonMissing
    case reasonTooLong(limit: Int)
    case successorUnknown(String)
    case successorItself
    /// The successor is closed, linked, or leads back here.
    case successorUnusable(String)

    case menuLabelMissing
    case menuLabelTooLong(label: String, limit: Int)
    case menuTargetInvalid(label: String, target: String)
    case menuTooDeep(limit: Int)
    case menuTooLong(limit: Int)

    case colourInvalid(part: String, value: String)
    /// Text in or on this colour could not be read (WCAG 1.4.3): the measured contrast against white, and what it must be.
    case contrastTooLow(colour: String, ratio: String, least: String)
    case pictureInvalid(part: String)
    /// A point outside of the picture.
    case focusInvalid
    case sloganTooLong(limit: Int)
    case footerTooLong(lines: Int, limit: Int)
    case themeInvalid(String)
    case blockInvalid(String)
    case tooManyBlocks(limit: Int)

    case bannerTextMissing
    case bannerTextTooLong(limit: Int)
    case bannerTargetInvalid(String)
    case bannerExpiryPast
    case bannerExpiryBeforeStart
    case bannerTooLong(days: Int)
    case bannerUnknown

    /// One of each key, for the test that every refusal has its words.
    public static let samples: [SiteRefusal] = [
        .unknown("so-y-te"), .changedMeanwhile("so-y-te"), .codeInvalid("Sở"), .codeReserved("api"),
        .codeTaken(code: "tan-thanh", by: "Xã Tân Thành", suggestions: ["xa-tan-thanh"]), .nameMissing, .nameTooLong(limit: 200),
        .shortNameMissing, .shortNameTooLong(limit: 80), .hostMissing, .hostInvalid("-a.vn"),
        .hostNotPlain(host: "sởytế.vn", suggestion: "soyte.vn"), .hostReserved(host: "mail.vidu.vn", label: "mail"), .hostTwice("a.vn"),
        .hostTaken(host: "a.vn", by: "so-y-te", suggestions: ["xaa.vn"]), .tooManyHosts(limit: 20), .hostOnLinkedSite, .urlMissing,
        .urlInvalid("ftp://a.vn"), .urlOnlyForLinkedSite, .parentUnknown("x"), .parentRequired(.unit), .parentIsLinked("bao"),
        .languageOfParent(.vi), .movedBelowItself("tinh"), .agencyUnknown, .contactInvalid(part: "email"), .contactInvalid(part: "phone"),
        .contactInvalid(part: "fax"), .contactTooLong(part: "address", limit: 300), .statusNotFor(kind: .linked, status: .frozen),
        .reasonMissing, .reasonTooLong(limit: 500), .successorUnknown("x"), .successorItself, .successorUnusable("x"), .menuLabelMissing,
        .menuLabelTooLong(label: "a", limit: 80), .menuTargetInvalid(label: "a", target: "javascript:"), .menuTooDeep(limit: 3),
        .menuTooLong(limit: 200), .colourInvalid(part: "primary", value: "red"),
        .contrastTooLow(colour: "#ffff00", ratio: "1,07", least: "4,5"), .pictureInvalid(part: "logo"), .sloganTooLong(limit: 160),
        .footerTooLong(lines: 12, limit: 300), .themeInvalid("../x"), .blockInvalid("?"), .focusInvalid, .tooManyBlocks(limit: 40),
        .bannerTextMissing,
        .bannerTextTooLong(limit: 240), .bannerTargetInvalid("x"), .bannerExpiryPast, .bannerExpiryBeforeStart, .bannerTooLong(days: 30),
        .bannerUnknown, .statusAlready(.active), .statusAlready(.merging), .statusAlready(.frozen), .statusAlready(.redirected),
        .statusAlready(.closed),
    ]
}
