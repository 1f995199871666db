import Casework
import PortalNetwork
import Vietnamese
import Web

/// Reads a form that was sent into what casework takes.
struct FormReader {
    let track: Track
    var channel = CaseChannel.page
    let language: Language

    func submission(_ sent: SentForm) -> Submission {
        Submission(
            track: track,
            channel: channel,
            language: language,
            name: sent["name"],
            standing: sent["standing"].flatMap { Submission.Standing(rawValue: $0) },
            unit: sent["unit"],
            address: sent["address"],
            phone: sent["phone"],
            email: sent["email"],
            identity: sent["identity"],
            field: sent["field"],
            title: sent["title"] ?? "",
            text: sent["text"] ?? "",
            place: sent["place"],
            wish: sent["wish"].flatMap { Wish(rawValue: $0) },
            consents: sent["dong-y"] == "1" ? [.contact] : []
        )
    }
}

/// Draws the form of a track: empty, or as it was sent with what is wrong beside each field.
struct FormMaker {
    let track: Track
    /// The words of who reads it.
    private let words: (_ key: String, _ values: [String: String]) -> String
    let sent: SentForm
    let findings: [CaseFinding]

    init(track: Track, visit: Visit, sent: SentForm, findings: [CaseFinding]) {
        self.init(track: track, words: { visit.word($0, $1) }, sent: sent, findings: findings)
    }

    init(track: Track, words: @escaping (_ key: String, _ values: [String: String]) -> String, sent: SentForm, findings: [CaseFinding]) {
        self.track = track
        self.words = words
        self.sent = sent
        self.findings = findings
    }

    private func word(_ key: String, _ values: [String: String] = [:]) -> String { words(key, values) }

    /// Fields whose choice the portal cannot offer yet are asked in words.
    func fields(_ agencies: [Agency]) -> [FormField] {
        Track.Field.allCases.compactMap { field in
            guard let demand = track.demand(field), field != .field else { return nil }
            return FormField(
                id: field.rawValue,
                label: word("casework.field." + field.rawValue),
                value: field == .files ? "" : sent[field.rawValue] ?? "",
                hint: hint(field),
                error: error(field),
                kind: kind(field),
                isRequired: demand == .required,
                most: most(field),
                complete: complete(field),
                choices: choices(field, agencies)
            )
        }
    }

    func wishes() -> [FormChoice] {
        guard track.wishes.count > 1 else { return [] }
        let chosen = sent["wish"] ?? track.wishes.first?.rawValue
        return track.wishes.map { FormChoice(value: $0.rawValue, label: word("casework.wish." + $0.rawValue), isChosen: $0.rawValue == chosen) }
    }

    func wrong() -> [Link] {
        findings.compactMap { finding in
            Link(word("casework.field." + finding.field.rawValue) + ": " + text(finding), to: "#\(finding.field.rawValue)")
        }
    }

    private func text(_ finding: CaseFinding) -> String { word("casework.finding." + finding.key, finding.values) }

    private func error(_ field: Track.Field) -> String? {
        let texts = findings.filter { $0.field == field }.map(text)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }

    private func hint(_ field: Track.Field) -> String? {
        switch field {
        case .files:
            word("questions.hint.files", ["count": "\(track.files)", "size": "\(track.bytes >> 20)"])
        case .unit, .address, .phone, .identity, .title, .text, .place: word("questions.hint." + field.rawValue)
        case .name, .standing, .email, .field, .agency: nil
        }
    }

    private func kind(_ field: Track.Field) -> FormField.Kind {
        switch field {
        case .phone: .phone
        case .email: .mail
        case .text: .area
        case .standing, .agency: .choice
        case .files: .files
        case .name, .unit, .address, .identity, .field, .title, .place: .line
        }
    }

    private func most(_ field: Track.Field) -> Int {
        switch field {
        case .name: Submission.Limits.name
        case .title: Submission.Limits.title
        case .text: Submission.Limits.text
        case .address: Submission.Limits.address
        case .place: Submission.Limits.place
        case .unit: 120
        case .email: 254
        case .phone, .identity: 40
        case .standing, .field, .agency, .files: 40
        }
    }

    /// What a browser may fill in by itself.
    private func complete(_ field: Track.Field) -> String? {
        switch field {
        case .name: "name"
        case .address: "street-address"
        case .phone: "tel"
        case .email: "email"
        default: nil
        }
    }

    private func choices(_ field: Track.Field, _ agencies: [Agency]) -> [FormChoice] {
        let chosen = sent[field.rawValue]
        switch field {
        case .standing:
            return Submission.Standing.allCases.map {
                FormChoice(value: $0.rawValue, label: word("casework.standing." + $0.rawValue), isChosen: $0.rawValue == chosen)
            }
        case .agency:
            return [FormChoice(value: "", label: word("questions.agency-unknown"), isChosen: chosen == nil)]
                + agencies.map { FormChoice(value: "\($0.id)", label: $0.name, isChosen: "\($0.id)" == chosen) }
        default: return []
        }
    }
}
