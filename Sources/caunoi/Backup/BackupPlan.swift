import Backup

/// Where a backup goes and for whom it is sealed, as flags and configuration say.
struct BackupPlan: Sendable {
    /// Nil for the item keys alone.
    let place: String?
    let keys: String
    let seal: Seal

    /// - Parameters:
    ///   - isOpen: nothing is sealed, as somebody said in so many words.
    ///   - namesRecipient: a flag names whom it is sealed for.
    /// - Throws: `UsageFault` for what is missing or contradicts itself.
    init(_ settings: Settings, onlyKeys: Bool = false, isOpen: Bool, namesRecipient: Bool) throws {
        guard onlyKeys || settings[.backup] != nil else {
            throw UsageFault("say where to: 'caunoi backup DIR', or set 'backup' in the configuration")
        }
        guard let keys = settings[.backupKeys] else {
            throw UsageFault(
                "say where the item keys go: --backup-keys DIR, on another disk or machine (without them no text of a backup can be read)"
            )
        }
        if !onlyKeys, let place = settings[.backup], BackupFolders.overlap(place, keys) {
            throw UsageFault("'\(keys)' and '\(place)' are one folder or one in the other; item keys are kept apart, best on another machine")
        }
        place = onlyKeys ? nil : settings[.backup]
        self.keys = keys
        seal = try Self.seal(settings, isOpen, namesRecipient)
    }

    private static func seal(_ settings: Settings, _ isOpen: Bool, _ namesRecipient: Bool) throws -> Seal {
        if isOpen {
            guard !namesRecipient else { throw UsageFault("--unencrypted and --recipient contradict each other; give one of them") }
            return .open
        }
        guard let text = settings[.backupRecipient] else {
            throw UsageFault(
                "say for whom it is sealed: --recipient KEY ('caunoi backup keygen FILE' makes one, away from the server), or --unencrypted"
            )
        }
        guard let recipient = Recipient(text) else { throw BackupFault.notARecipient(text) }
        return .recipient(recipient)
    }
}
