public import Casework
import PortalNetwork
import Store
import Vietnamese
import Web

/// What forms ask while letters flood in: nothing in calm times; then a proof that the browser works out by itself, and for who has no script a wait.
public struct FormFlood: Sendable {
    private let casework: Casework
    private let gauge: FloodGauge
    private let lane: WaitingLane

    public init(casework: Casework, bounds: FloodBounds = FloodBounds()) {
        self.casework = casework
        gauge = FloodGauge(bounds)
        lane = WaitingLane(bounds)
    }

    /// Counts a letter that was sent.
    func count(from place: String, _ visit: Visit) { gauge.count(visit.site.id, place, at: visit.now) }

    /// Whether a letter goes on.
    /// - Returns: nil where it does; otherwise what to say to who sent it.
    func stops(_ sent: SentForm, _ ticket: FormTicket, from place: String, _ visit: Visit) async throws -> String? {
        guard let bits = gauge.bits(visit.site.id, place, at: visit.now) else { return nil }
        let verdict = casework.verdict(sent["chung"], of: ticket, bits: bits, gauge.bounds)
        if verdict == .good { return nil }
        if try await casework.wasSent(ticket) { return nil }
        guard let seconds = lane.admit(ticket, from: place, at: visit.now) else { return nil }
        return visit.word(verdict == .missing ? "questions.proof.busy" : "questions.proof.again", ["seconds": "\(seconds)"])
    }

    /// What the form carries for a place: in calm times the same part, hidden and without a challenge, so that whoever compares pages with those that were
    /// published knows it in a flood.
    func view(_ sent: SentForm, ticket text: String, from place: String, _ visit: Visit) -> ProofView {
        var (challenge, answer) = ("", "")
        if let bits = gauge.bits(visit.site.id, place, at: visit.now), let ticket = casework.ticket(text) {
            challenge = casework.proof(of: ticket, bits: bits).challenge
            // What was worked out is not worked out again because a field was wrong.
            if casework.verdict(sent["chung"], of: ticket, bits: bits, gauge.bounds) == .good { answer = sent["chung"] ?? "" }
        }
        return ProofView(
            challenge: challenge,
            answer: answer,
            script: visit.face.statics.address("proof.js"),
            integrity: visit.face.statics.integrity("proof.js"),
            otherwise: visit.word("questions.proof.otherwise", ["seconds": "\(gauge.bounds.wait)"]),
            phone: visit.site.contact.phone,
            address: visit.site.contact.address
        )
    }
}

/// The part of a form that asks for a proof.
struct ProofView: PageModel {
    /// Empty in calm times.
    let challenge: String
    let answer: String
    let script: String?
    let integrity: String?
    /// For who has no script.
    let otherwise: String
    let phone: String?
    let address: String?

    static let shape: Shape<ProofView> = [
        .flag("isAsked") { !$0.challenge.isEmpty }, .text("challenge", \.challenge), .text("answer", \.answer), .text("script", \.script),
        .text("integrity", \.integrity),
        .text("otherwise", \.otherwise), .text("phone", \.phone), .text("address", \.address),
    ]
}
