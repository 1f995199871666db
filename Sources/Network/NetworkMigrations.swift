public import Store

/// The tables of sites, agencies, units and people. Instants are epoch milliseconds, civil dates ISO text.
/// A period of civil dates holds from `valid_from` up to and including `valid_to`; NULL is "until further notice".
public enum NetworkMigrations {
    public static let all: [Migration] =
        [agencies, sites, people, units] + AccessMigrations.all + NoticeMigrations.all + LeaderMigrations.all + OutboundHostMigrations.all
        + BannerMigrations.all

    private static let agencies = Migration(
        100,
        "agencies",
        [
            "CREATE TABLE agency (id BIGINT NOT NULL PRIMARY KEY, created_at BIGINT NOT NULL)",
            """
            CREATE TABLE agency_name (
                agency BIGINT NOT NULL REFERENCES agency (id),
                valid_from TEXT NOT NULL,
                valid_to TEXT,
                name TEXT NOT NULL,
                short_name TEXT NOT NULL,
                kind TEXT NOT NULL,
                code TEXT,
                name_key TEXT NOT NULL,
                folded TEXT NOT NULL,
                sort_key BYTEA NOT NULL,
                PRIMARY KEY (agency, valid_from),
                CONSTRAINT agency_name_period CHECK (valid_to IS NULL OR valid_to >= valid_from))
            """,
            "CREATE INDEX agency_name_code ON agency_name (code)",
            "CREATE INDEX agency_name_folded ON agency_name (folded)",
            """
            CREATE TABLE agency_succession (
                old BIGINT NOT NULL REFERENCES agency (id),
                new BIGINT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL,
                effective_on TEXT NOT NULL,
                PRIMARY KEY (old, new, effective_on))
            """,
            "CREATE INDEX agency_succession_new ON agency_succession (new)",
        ]
    )

    private static let sites = Migration(
        110,
        "sites",
        [
            """
            CREATE TABLE site (
                id BIGINT NOT NULL PRIMARY KEY,
                code TEXT NOT NULL,
                parent BIGINT REFERENCES site (id),
                kind TEXT NOT NULL,
                status TEXT NOT NULL,
                status_reason TEXT,
                language TEXT NOT NULL,
                name TEXT NOT NULL,
                short_name TEXT NOT NULL,
                agency BIGINT REFERENCES agency (id),
                url TEXT,
                successor BIGINT REFERENCES site (id),
                look TEXT NOT NULL,
                contact TEXT NOT NULL,
                position BIGINT NOT NULL,
                created_at BIGINT NOT NULL,
                version BIGINT NOT NULL,
                CONSTRAINT site_not_its_own_parent CHECK (parent <> id))
            """,
            "CREATE UNIQUE INDEX site_code ON site (code)",
            "CREATE INDEX site_parent ON site (parent)",
            """
            CREATE TABLE site_host (
                host TEXT NOT NULL PRIMARY KEY,
                site BIGINT NOT NULL REFERENCES site (id),
                position BIGINT NOT NULL)
            """,
            "CREATE INDEX site_host_site ON site_host (site)",
            "CREATE TABLE site_menu (site BIGINT NOT NULL PRIMARY KEY REFERENCES site (id), items TEXT NOT NULL)",
            """
            CREATE TABLE banner (
                id BIGINT NOT NULL PRIMARY KEY,
                site BIGINT NOT NULL REFERENCES site (id),
                level TEXT NOT NULL,
                text TEXT NOT NULL,
                target TEXT,
                reaches_children BIGINT NOT NULL,
                starts_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                raised_by BIGINT,
                cleared_at BIGINT,
                cleared_by BIGINT,
                CONSTRAINT banner_period CHECK (expires_at > starts_at))
            """,
            "CREATE INDEX banner_expires ON banner (expires_at)",
            "CREATE TABLE network_version (id BIGINT NOT NULL PRIMARY KEY, version BIGINT NOT NULL)",
            "INSERT INTO network_version (id, version) VALUES (1, 1)",
        ]
    )

    private static let people = Migration(
        120,
        "people",
        [
            """
            CREATE TABLE person (
                id BIGINT NOT NULL PRIMARY KEY,
                handle TEXT NOT NULL,
                name TEXT NOT NULL,
                email TEXT,
                is_active BIGINT NOT NULL,
                sort_key BYTEA NOT NULL,
                created_at BIGINT NOT NULL)
            """,
            "CREATE UNIQUE INDEX person_handle ON person (handle)",
            """
            CREATE TABLE person_role (
                person BIGINT NOT NULL REFERENCES person (id),
                role TEXT NOT NULL,
                site BIGINT NOT NULL REFERENCES site (id),
                valid_from BIGINT NOT NULL,
                valid_to BIGINT,
                granted_by BIGINT REFERENCES person (id),
                revoked_by BIGINT REFERENCES person (id),
                PRIMARY KEY (person, role, site, valid_from),
                CONSTRAINT person_role_period CHECK (valid_to IS NULL OR valid_to >= valid_from))
            """,
            "CREATE UNIQUE INDEX person_role_open ON person_role (person, role, site) WHERE valid_to IS NULL",
            "CREATE INDEX person_role_site ON person_role (site)",
            """
            CREATE TABLE pen_name (
                name_key TEXT NOT NULL PRIMARY KEY,
                id BIGINT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                person BIGINT NOT NULL REFERENCES person (id))
            """,
            "CREATE INDEX pen_name_person ON pen_name (person)",
        ]
    )

    private static let units = Migration(
        130,
        "administrative units",
        [
            """
            CREATE TABLE admin_unit (
                id BIGINT NOT NULL PRIMARY KEY,
                level TEXT NOT NULL,
                latitude DOUBLE PRECISION,
                longitude DOUBLE PRECISION,
                area_km2 DOUBLE PRECISION)
            """,
            """
            CREATE TABLE admin_unit_name (
                unit BIGINT NOT NULL REFERENCES admin_unit (id),
                level TEXT NOT NULL,
                code TEXT NOT NULL,
                valid_from TEXT NOT NULL,
                valid_to TEXT,
                name TEXT NOT NULL,
                kind TEXT NOT NULL,
                name_en TEXT,
                parent BIGINT REFERENCES admin_unit (id),
                name_key TEXT NOT NULL,
                folded TEXT NOT NULL,
                PRIMARY KEY (unit, valid_from),
                CONSTRAINT admin_unit_name_period CHECK (valid_to IS NULL OR valid_to >= valid_from))
            """,
            "CREATE UNIQUE INDEX admin_unit_name_code ON admin_unit_name (level, code, valid_from)",
            "CREATE INDEX admin_unit_name_folded ON admin_unit_name (folded)",
            "CREATE INDEX admin_unit_name_parent ON admin_unit_name (parent)",
            """
            CREATE TABLE admin_unit_succession (
                old BIGINT NOT NULL REFERENCES admin_unit (id),
                new BIGINT NOT NULL REFERENCES admin_unit (id),
                effective_on TEXT NOT NULL,
                kind TEXT NOT NULL,
                is_default BIGINT NOT NULL,
                PRIMARY KEY (old, new, effective_on))
            """,
            "CREATE INDEX admin_unit_succession_new ON admin_unit_succession (new)",
        ]
    )
}
