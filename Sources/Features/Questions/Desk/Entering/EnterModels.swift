import Web

/// The form for what came otherwise than through the portal.
struct EnterScreen: DeskModel {
    let frame: DeskFrame
    let back: String
    let tracks: [DeskLink]
    let action: String
    /// So that it is taken once.
    let ticket: String
    let channels: [FormChoice]
    let day: String
    let today: String
    let fields: [FormField]
    let wishes: [FormChoice]
    let wrong: [Link]
    let error: String?
    let agrees: Bool

    static let shape: Shape<EnterScreen> = [
        .one("desk", \.frame), .text("back", \.back), .many("tracks", \.tracks), .text("action", \.action), .text("ticket", \.ticket),
        .many("channels", \.channels), .text("day", \.day), .text("today", \.today), .many("fields", \.fields), .many("wishes", \.wishes),
        .many("wrong", \.wrong), .text("error", \.error), .flag("agrees", \.agrees),
    ]
}

/// The receipt for who sent it, to be printed or read out.
struct EnteredScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let href: String
    let another: String
    let code: String
    let pin: String
    let title: String
    let received: String
    let due: String?
    let lookUp: String?

    static let shape: Shape<EnteredScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("href", \.href), .text("another", \.another), .text("code", \.code), .text("pin", \.pin),
        .text("title", \.title), .text("received", \.received), .text("due", \.due), .text("lookUp", \.lookUp),
    ]
}

extension PageTemplate where Model == EnterScreen { static var enter: Self { Self("questions.enter", bare: true) } }
extension PageTemplate where Model == EnteredScreen { static var entered: Self { Self("questions.entered", bare: true) } }
