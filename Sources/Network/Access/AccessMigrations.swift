public import Store

/// The tables of accounts, sessions, deputies and the audit trail.
///
/// Nothing in them lets anybody in: passwords are argon2id hashes, tokens and recovery codes are digests, keys of second factors are sealed with a key
/// of the key store (`KeySafe`), which is kept and backed up apart.
public enum AccessMigrations {
    public static let all: [Migration] = [accounts, sessions, deputies, audit, passkeys, providers, sectionLimits, peopleLists]

    private static let accounts = Migration(
        140,
        "accounts",
        [
            """
            CREATE TABLE access_account (
                person BIGINT NOT NULL PRIMARY KEY REFERENCES person (id),
                password TEXT,
                password_set_at BIGINT,
                must_change BIGINT NOT NULL,
                totp BYTEA,
                totp_since BIGINT,
                totp_step BIGINT NOT NULL,
                totp_pending BYTEA,
                totp_pending_at BIGINT,
                signed_in_at BIGINT,
                alive_since BIGINT NOT NULL,
                is_demo BIGINT NOT NULL)
            """,
            "CREATE TABLE access_former_password (person BIGINT NOT NULL REFERENCES person (id), password TEXT NOT NULL, replaced_at BIGINT NOT NULL)",
            "CREATE INDEX access_former_password_person ON access_former_password (person)",
            """
            CREATE TABLE access_recovery (
                person BIGINT NOT NULL REFERENCES person (id), digest BYTEA NOT NULL, used_at BIGINT, PRIMARY KEY (person, digest))
            """,
            """
            CREATE TABLE access_attempt (
                what BYTEA NOT NULL PRIMARY KEY, failures BIGINT NOT NULL, last_at BIGINT NOT NULL, blocked_until BIGINT NOT NULL)
            """,
            "CREATE INDEX access_attempt_last ON access_attempt (last_at)",
            """
            CREATE TABLE access_invitation (
                id BIGINT NOT NULL PRIMARY KEY,
                person BIGINT NOT NULL REFERENCES person (id),
                digest BYTEA NOT NULL UNIQUE,
                purpose TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                created_by BIGINT REFERENCES person (id),
                used_at BIGINT,
                withdrawn_at BIGINT)
            """,
            "CREATE INDEX access_invitation_person ON access_invitation (person)",
        ]
    )

    private static let sessions = Migration(
        141,
        "sessions",
        [
            """
            CREATE TABLE access_session (
                id BIGINT NOT NULL PRIMARY KEY,
                person BIGINT NOT NULL REFERENCES person (id),
                digest BYTEA NOT NULL UNIQUE,
                level TEXT NOT NULL,
                factor TEXT,
                created_at BIGINT NOT NULL,
                seen_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                address TEXT NOT NULL,
                agent TEXT NOT NULL,
                ended_at BIGINT)
            """,
            "CREATE INDEX access_session_person ON access_session (person)",
            "CREATE INDEX access_session_expires ON access_session (expires_at)",
        ]
    )

    private static let deputies = Migration(
        142,
        "deputies",
        [
            """
            CREATE TABLE deputy (
                id BIGINT NOT NULL PRIMARY KEY,
                absent BIGINT NOT NULL REFERENCES person (id),
                deputy BIGINT NOT NULL REFERENCES person (id),
                valid_from BIGINT NOT NULL,
                valid_to BIGINT NOT NULL,
                appointed_by BIGINT REFERENCES person (id),
                ended_at BIGINT,
                ended_by BIGINT REFERENCES person (id),
                CONSTRAINT deputy_period CHECK (valid_to > valid_from),
                CONSTRAINT deputy_other CHECK (deputy <> absent))
            """,
            "CREATE INDEX deputy_deputy ON deputy (deputy)",
            "CREATE INDEX deputy_absent ON deputy (absent)",
        ]
    )

    private static let passkeys = Migration(
        144,
        "passkeys",
        [
            """
            CREATE TABLE access_passkey (
                id BIGINT NOT NULL PRIMARY KEY,
                person BIGINT NOT NULL REFERENCES person (id),
                credential BYTEA NOT NULL UNIQUE,
                public_key BYTEA NOT NULL,
                counter BIGINT NOT NULL,
                name TEXT NOT NULL,
                transports TEXT NOT NULL,
                is_synced BIGINT NOT NULL,
                created_at BIGINT NOT NULL,
                used_at BIGINT)
            """,
            "CREATE INDEX access_passkey_person ON access_passkey (person)",
            "CREATE TABLE access_used_challenge (digest BYTEA NOT NULL PRIMARY KEY, expires_at BIGINT NOT NULL)",
            "CREATE INDEX access_used_challenge_expires ON access_used_challenge (expires_at)",
        ]
    )

    private static let providers = Migration(
        145,
        "accounts at sign-in providers",
        [
            """
            CREATE TABLE access_provider_link (
                issuer TEXT NOT NULL,
                subject TEXT NOT NULL,
                person BIGINT NOT NULL REFERENCES person (id),
                provider TEXT NOT NULL,
                way TEXT NOT NULL,
                linked_at BIGINT NOT NULL,
                used_at BIGINT,
                PRIMARY KEY (issuer, subject),
                CONSTRAINT access_provider_link_one UNIQUE (person, issuer))
            """
        ]
    )

    /// `section` is a row of Publishing's table of that name, which is made later.
    private static let sectionLimits = Migration(
        146,
        "roles limited to sections",
        [
            """
            CREATE TABLE person_role_section (
                person BIGINT NOT NULL REFERENCES person (id),
                role TEXT NOT NULL,
                site BIGINT NOT NULL REFERENCES site (id),
                valid_from BIGINT NOT NULL,
                section BIGINT NOT NULL,
                PRIMARY KEY (person, role, site, valid_from, section))
            """
        ]
    )

    /// Names as they are sought; filled at the next start for people who are there already.
    private static let peopleLists = Migration(
        147,
        "lists of people",
        [
            "ALTER TABLE person ADD COLUMN folded TEXT NOT NULL DEFAULT ''",
            "CREATE INDEX person_sort ON person (sort_key, id)",
            "CREATE INDEX person_role_site_person ON person_role (site, person)",
        ]
    )

    private static let auditTable: StaticString = """
        CREATE TABLE audit (
            id BIGINT NOT NULL PRIMARY KEY,
            at BIGINT NOT NULL,
            person BIGINT REFERENCES person (id),
            handle TEXT NOT NULL,
            action TEXT NOT NULL,
            outcome TEXT NOT NULL,
            site BIGINT REFERENCES site (id),
            object TEXT NOT NULL,
            detail TEXT NOT NULL,
            address TEXT NOT NULL,
            agent TEXT NOT NULL)
        """

    private static let auditIndexes: [StaticString] = [
        "CREATE INDEX audit_person ON audit (person, id)",
        "CREATE INDEX audit_action ON audit (action, id)",
        "CREATE INDEX audit_site ON audit (site, id)",
    ]

    /// What was written stays as it was: the database itself refuses to change or remove a line.
    private static let audit = Migration(
        143,
        "audit trail",
        [auditTable] + auditIndexes + [
            "CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END",
            "CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END",
        ],
        postgres: [auditTable] + auditIndexes + [
            """
            CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'the audit trail is only added to'; END $$
            """,
            "CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_only_grows()",
            "CREATE TRIGGER audit_remains BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows()",
        ]
    )
}
