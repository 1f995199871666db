import Store

extension CaseworkMigrations {
    static let looked = Migration(
        340,
        "files of cases are looked into before anybody has them",
        [
            // What came before is looked into like what comes now.
            "ALTER TABLE case_attachment ADD COLUMN state TEXT NOT NULL DEFAULT 'waiting'",
            "ALTER TABLE case_attachment ADD COLUMN problem TEXT",
            "CREATE INDEX case_attachment_waiting ON case_attachment (case_id, number) WHERE state = 'waiting'",
        ]
    )

    static let unscanned = Migration(
        342,
        "files of cases that nobody scanned are found when there is a scanner",
        ["CREATE INDEX case_attachment_unscanned ON case_attachment (case_id, number) WHERE state = 'unscanned'"]
    )
}
