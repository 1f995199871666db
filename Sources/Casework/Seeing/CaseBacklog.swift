public import Store
public import Vietnamese

/// What is open in the whole installation, for those who look after it.
public enum CaseBacklog {
    /// Cases that are not ended, and of those whose time has run out at a moment.
    public static func count(at now: Instant, _ db: any Connection) throws -> (open: Int, overdue: Int) {
        let open = try db.value("SELECT count(*) FROM case_file WHERE ended = 0", as: Int.self) ?? 0
        let overdue = try db.value("SELECT count(*) FROM case_file WHERE ended = 0 AND due_at < \(now)", as: Int.self) ?? 0
        return (open, overdue)
    }
}
