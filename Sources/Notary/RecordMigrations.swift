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
        )
    ]
}
