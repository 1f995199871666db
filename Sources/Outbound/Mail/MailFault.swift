/// Why a letter was not taken. The sentences hold nothing of the letter and nothing secret.
public enum MailFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// At which word of the conversation.
    public enum Stage: String, Sendable { case greeting, hello, tls, signIn, sender, recipient, content }

    case unreachable
    /// No trusted certificate for this name, or the server offers no TLS.
    case insecure
    case tooSlow
    /// It broke off before the letter was taken.
    case brokenOff
    /// What came was not SMTP.
    case malformed
    /// No way of signing in that we know.
    case noSignIn
    /// The recipient's address needs SMTPUTF8, which this server has not.
    case needsInternational
    /// The letter is larger than the server takes.
    case tooLarge
    /// The server said no, in its words.
    case refused(Stage, code: Int, text: String)
    /// The letter cannot be written: an address that would break out of its line.
    case unwritable

    /// Trying again would come to the same: the recipient or the letter itself is refused. Everything else may mend.
    public var isFinal: Bool {
        switch self {
        case .refused(let stage, let code, _): (stage == .recipient || stage == .content) && (500...599).contains(code)
        case .tooLarge, .unwritable: true
        default: false
        }
    }

    public var description: String {
        switch self {
        case .unreachable: "the mail server cannot be reached"
        case .insecure: "no trusted TLS connection to the mail server"
        case .tooSlow: "the mail server did not answer in time"
        case .brokenOff: "the mail server broke off"
        case .malformed: "the mail server's answer is not sound SMTP"
        case .noSignIn: "the mail server offers neither AUTH PLAIN nor AUTH LOGIN"
        case .needsInternational: "the mail server does not take addresses beyond ASCII (SMTPUTF8)"
        case .tooLarge: "the letter is larger than the mail server takes"
        case .refused(.signIn, let code, _): "the mail server refused the sign-in (\(code))"
        case .refused(let stage, let code, let text): "the mail server refused the \(stage.rawValue): \(code) \(text)"
        case .unwritable: "an address cannot stand in a letter"
        }
    }
}
