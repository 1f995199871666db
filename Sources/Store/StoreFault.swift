/// What can go wrong at the door to data. A fault is for the operator: its description says what to do.
public enum StoreFault: Error, Sendable, Equatable {
    /// A column does not hold what was asked for: a defect in the program or a damaged database.
    case column(index: Int, expected: String)
    /// A unique or foreign key, a check or a not-null rule refused the row. `constraint` is the engine's name for it where known.
    case constraint(String)
    /// Another process holds the database (SQLite: a second server on one file).
    case locked(String)
    case diskFull(String)
    case damaged(String)
    case readOnly(String)
    case unreachable(String)
    /// The server follows another one and takes no writes.
    case replica(String)
    /// The database was made by a newer version of the program.
    case newer(found: Int, known: Int)
    /// A migration that has already run reads differently now.
    case changedHistory(migration: Int, name: String)
    case closed
    case engine(String)
}

extension StoreFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .column(let index, let expected): "column \(index) does not hold a \(expected); run 'caunoi doctor'"
        case .constraint(let name): "the database refused the row: \(name)"
        case .locked(let detail): "the database is in use by another process (\(detail)); stop the other one first"
        case .diskFull(let detail): "the disk is full (\(detail)); free some space, nothing was lost"
        case .damaged(let detail): "the database file is damaged (\(detail)); restore a backup"
        case .readOnly(let detail): "the database cannot be written (\(detail)); check owner and permissions"
        case .unreachable(let detail): "the database cannot be reached (\(detail)); check that it runs and the address"
        case .replica(let address):
            "the database at \(address) is a replica, which takes no writes; give the server that leads as 'database' (this one may be 'replica')"
        case .newer(let found, let known):
            "the database was written by a newer version (schema \(found), this program knows \(known)); install that version"
        case .changedHistory(let migration, let name):
            "migration \(migration) (\(name)) was changed after it ran; use the program version that made this database"
        case .closed: "the database is closed"
        case .engine(let detail): "the database answered: \(detail)"
        }
    }
}
