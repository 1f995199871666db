internal import CLibpq
import Store

/// What went wrong with a statement, by what can be done about it.
enum PostgresTrouble: Error {
    /// Another transaction was in the way (40001, 40P01), or a kept statement is out of date: the body can run again.
    case conflict(String)
    /// The connection is gone. Before COMMIT was sent nothing happened, so the body can run again on a new one.
    case lost(String)

    /// The answer to a failed statement as a `StoreFault`, or as trouble where trying again helps.
    static func from(_ result: OpaquePointer?, link: OpaquePointer?, writing: Bool) -> any Error {
        let state = field(result, "C") ?? ""
        // Not the detail: it quotes the row, and rows hold what people wrote.
        let message = field(result, "M") ?? text(PQerrorMessage(link))
        if PQstatus(link) == CONNECTION_BAD { return lost(message) }
        switch state {
        case "40001", "40P01": return conflict(message)
        case "26000": return conflict(message)
        case "0A000" where message.contains("cached plan"): return conflict(message)
        case "57P01", "57P02", "57P03", "25P03": return lost(message)
        // The server became a replica under us.
        case "25006" where writing: return lost(message)
        case "25006", "42501": return StoreFault.readOnly(message)
        case "23502": return StoreFault.constraint("\(field(result, "t") ?? "").\(field(result, "c") ?? "")")
        // SQLite cannot tell which, so no code may depend on it.
        case "23503": return StoreFault.constraint("foreign key")
        case "53100": return StoreFault.diskFull(message)
        case "55P03": return StoreFault.locked(message)
        case "57014": return StoreFault.engine("\(message) (the limit is the statement timeout)")
        case "XX001", "XX002": return StoreFault.damaged(message)
        default:
            if state.hasPrefix("08") { return lost(message) }
            if state.hasPrefix("23") { return StoreFault.constraint(field(result, "n") ?? message) }
            if state.hasPrefix("58") { return StoreFault.unreachable(message) }
            return StoreFault.engine(state.isEmpty ? message : "\(message) [\(state)]")
        }
    }

    /// `code`: the letter of the field in the protocol (libpq's PG_DIAG_…).
    private static func field(_ result: OpaquePointer?, _ code: Unicode.Scalar) -> String? {
        PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }

    static func text(_ message: UnsafePointer<CChar>?) -> String {
        guard let message else { return "no answer" }
        return String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
