import Store

/// What programs that follow a portal need: the order of changes, what has left its lists, and a division of everything into parts that stay as they are.
extension PublishingMigrations {
    static let following = Migration(
        210,
        "changes in their order, and what has left the lists",
        [
            "CREATE INDEX item_by_change ON item (site, last_seq) WHERE edition > 0",
            "CREATE INDEX item_by_section_change ON item (section, last_seq) WHERE edition > 0",
            "CREATE INDEX event_by_time ON event (at, seq)",
            "CREATE TABLE listing_gone (site BIGINT NOT NULL, list TEXT NOT NULL, item BIGINT NOT NULL, seq BIGINT NOT NULL, PRIMARY KEY (site, list, item))",
            "CREATE INDEX listing_gone_by_time ON listing_gone (site, list, seq)",
            "CREATE INDEX listing_gone_by_item ON listing_gone (item)",
            """
            INSERT INTO listing_gone (site, list, item, seq) SELECT site, 'all', id, last_seq FROM item
            WHERE presence IN ('withdrawn', 'erased') AND edition > 0 AND section IS NOT NULL
            """,
        ]
    )

    static let sitemaps = Migration(
        211,
        "parts of the sitemap",
        [
            "CREATE TABLE sitemap_entry (item BIGINT PRIMARY KEY, site BIGINT NOT NULL, month BIGINT NOT NULL, part BIGINT NOT NULL)",
            "CREATE INDEX sitemap_entry_by_part ON sitemap_entry (site, month, part, item)",
            """
            CREATE TABLE sitemap_part (
                site BIGINT NOT NULL, month BIGINT NOT NULL, part BIGINT NOT NULL, n BIGINT NOT NULL, changed_at BIGINT NOT NULL,
                PRIMARY KEY (site, month, part))
            """,
        ]
    )
}
