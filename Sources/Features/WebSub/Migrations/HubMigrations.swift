public import Store

/// The hub's tables. They belong to sites by their topic; the cursor belongs to the installation.
public enum HubMigrations {
    public static let all: [Migration] = [
        Migration(
            1230,
            "websub: topics, requests, subscriptions",
            [
                """
                CREATE TABLE hub_topic (
                    id BIGINT PRIMARY KEY, site BIGINT NOT NULL, path TEXT NOT NULL, digest TEXT, generation BIGINT NOT NULL, UNIQUE (site, path))
                """,
                """
                CREATE TABLE hub_request (
                    id BIGINT PRIMARY KEY, topic BIGINT NOT NULL REFERENCES hub_topic (id), callback TEXT NOT NULL, host TEXT NOT NULL,
                    mode TEXT NOT NULL, secret TEXT, lease BIGINT NOT NULL, created_at BIGINT NOT NULL, UNIQUE (topic, callback))
                """,
                "CREATE INDEX hub_request_by_host ON hub_request (host)",
                """
                CREATE TABLE hub_subscription (
                    id BIGINT PRIMARY KEY, topic BIGINT NOT NULL REFERENCES hub_topic (id), callback TEXT NOT NULL, host TEXT NOT NULL, secret TEXT,
                    expires_at BIGINT NOT NULL, delivered BIGINT NOT NULL, failures BIGINT NOT NULL, created_at BIGINT NOT NULL,
                    UNIQUE (topic, callback))
                """,
                "CREATE INDEX hub_subscription_by_host ON hub_subscription (host)",
                "CREATE INDEX hub_subscription_by_end ON hub_subscription (expires_at)",
                "CREATE TABLE hub_cursor (id BIGINT PRIMARY KEY, seq BIGINT NOT NULL)",
                "INSERT INTO hub_cursor (id, seq) VALUES (1, -1)",
            ]
        )
    ]
}
