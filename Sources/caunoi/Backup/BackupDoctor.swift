import Backup
import Foundation

/// How old the backups are, for `doctor`.
enum BackupDoctor {
    /// Hours after which a backup is missed: one a day, and a night that went wrong.
    static let patience: Int64 = 48

    static func look(_ settings: Settings, at now: Int64) throws -> (Bool, String) {
        guard let path = settings[.backup] else {
            return (true, "none configured: set 'backup' and 'backup-keys', and run 'caunoi backup' from a timer (docs/operating/backup.md)")
        }
        let newest = try BackupPlace.reading(path, kind: .data).manifest()
        let hours = (now - newest.at) / 3_600_000
        let age = hours < 48 ? "\(hours) hours" : "\(hours / 24) days"
        guard hours < patience else { return (false, "the newest set in \(path) is \(age) old; look why 'caunoi backup' does not run") }
        guard let keysPath = settings[.backupKeys] else {
            return (false, "the newest set is \(age) old, and no place for item keys is configured ('backup-keys'): without them it cannot be read")
        }
        let keys = try BackupPlace.reading(keysPath, kind: .keys)
        let generation = try keys.manifest()
        guard generation.at >= newest.at else {
            return (false, "the item keys in \(keysPath) are older than the newest set; run 'caunoi backup --only-keys'")
        }
        if let oldest = try keys.sets().first.flatMap({ SetName.moment($0) }), now - oldest > Int64(settings.backupKeysDays + 2) * 86_400_000 {
            return (
                false,
                "item keys of \((now - oldest) / 86_400_000) days ago are still in \(keysPath): what was erased since can be read with them; run 'caunoi backup'"
            )
        }
        return (true, "the newest set is \(age) old, of \(newest.record?.entries ?? 0) entries" + (newest.recipient == nil ? ", not sealed" : ""))
    }
}
