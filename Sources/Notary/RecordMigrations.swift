public import Store

/// The tables of the record: its head, and its tiles of hashes. Entries stand in the event log, in the same order.
public enum RecordMigrations {
    public static let all = [
        Migration(
            600,
            "the record: head and tiles",
            [
                """
                CREATE TABLE record_head (
                    id BIGINT PRIMARY KEY, size BIGINT NOT NULL, edge BYTEA, note TEXT, at BIGINT NOT NULL, key_text TEXT, frozen TEXT,
                    epoch BIGINT NOT NULL, holder BIGINT NOT NULL, held_until BIGINT NOT NULL)
                """,
                """
                INSERT INTO record_head (id, size, edge, note, at, key_text, frozen, epoch, holder, held_until)
                VALUES (1, 0, NULL, NULL, 0, NULL, NULL, 0, 0, 0)
                """,
                "CREATE TABLE record_tile (level BIGINT NOT NULL, number BIGINT NOT NULL, hashes BYTEA NOT NULL, PRIMARY KEY (level, number))",
            ]
        ),
        Migration(
            601,
            "the record: logs witnessed here, witnesses of ours, evidence",
            [
                "CREATE TABLE record_witnessed (origin TEXT NOT NULL, key_text TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (origin, key_text))",
                """
                CREATE TABLE record_witness (
                    key_text TEXT PRIMARY KEY, name TEXT NOT NULL, size BIGINT NOT NULL, line TEXT, cosigned_at BIGINT NOT NULL,
                    failures BIGINT NOT NULL, next_at BIGINT NOT NULL, said TEXT)
                """,
                "CREATE TABLE record_cosigned (id BIGINT PRIMARY KEY, size BIGINT NOT NULL, note TEXT NOT NULL)",
                """
                CREATE TABLE record_evidence (
                    digest TEXT PRIMARY KEY, origin TEXT NOT NULL, at BIGINT NOT NULL, kind TEXT NOT NULL, held TEXT NOT NULL, offered TEXT NOT NULL,
                    proof TEXT NOT NULL)
                """,
            ]
        ),
        Migration(
            602,
            "the record: logs that ended",
            [
                """
                CREATE TABLE record_past (
                    log BIGINT PRIMARY KEY, origin TEXT NOT NULL, key_text TEXT NOT NULL, note TEXT NOT NULL, held BIGINT NOT NULL, held_note TEXT,
                    at BIGINT NOT NULL, why TEXT NOT NULL, reason TEXT NOT NULL)
                """,
                """
                CREATE TABLE record_past_tile (
                    log BIGINT NOT NULL, level BIGINT NOT NULL, number BIGINT NOT NULL, bytes BYTEA NOT NULL, PRIMARY KEY (log, level, number))
                """,
            ]
        ),
    ]
}
