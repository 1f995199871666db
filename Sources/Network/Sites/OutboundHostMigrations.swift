import Store

/// Hosts that links may lead to with weight, and who proposed and decided what about them.
enum OutboundHostMigrations {
    static let all = [
        Migration(
            149,
            "hosts that links may lead to",
            [
                """
                CREATE TABLE outbound_host (
                    site BIGINT NOT NULL REFERENCES site (id), host TEXT NOT NULL, since BIGINT NOT NULL, proposed_by BIGINT, approved_by BIGINT,
                    entry BIGINT NOT NULL, PRIMARY KEY (site, host))
                """,
                "CREATE INDEX outbound_host_by_name ON outbound_host (host, site)",
                """
                CREATE TABLE host_proposal (
                    id BIGINT PRIMARY KEY, site BIGINT NOT NULL REFERENCES site (id), host TEXT NOT NULL, change TEXT NOT NULL, reason TEXT NOT NULL,
                    proposed_by BIGINT NOT NULL, proposed_at BIGINT NOT NULL, decision TEXT, decided_by BIGINT, decided_at BIGINT, answer TEXT,
                    entry BIGINT)
                """,
                "CREATE UNIQUE INDEX host_proposal_waiting ON host_proposal (site, host) WHERE decision IS NULL",
                "CREATE INDEX host_proposal_decided ON host_proposal (site, decided_at)",
            ]
        )
    ]
}
