import Store

/// The tables of figures. None of them says who wrote or what about; all can be made anew from the cases.
extension CaseworkMigrations {
    static let figures = Migration(
        315,
        "figures of cases, kept as they happen",
        [
            // `counted`: the count it is in (0: none yet). `late`: open, past its time, and counted so. `took`: working days to the answer.
            "ALTER TABLE case_file ADD COLUMN counted BIGINT NOT NULL DEFAULT 0",
            "ALTER TABLE case_file ADD COLUMN late BIGINT NOT NULL DEFAULT 0",
            "ALTER TABLE case_file ADD COLUMN took BIGINT",
            "CREATE INDEX case_by_counted ON case_file (counted, id)",
            "CREATE INDEX case_not_late ON case_file (due_at, id) WHERE ended = 0 AND late = 0",
            // What acts changed and the sums do not have yet: rows are only added, so acts never wait for one another.
            """
            CREATE TABLE case_step (
                id BIGINT PRIMARY KEY, counted BIGINT NOT NULL, sign BIGINT NOT NULL, desk BIGINT NOT NULL, agency BIGINT, field TEXT, track TEXT NOT NULL,
                channel TEXT NOT NULL, received BIGINT NOT NULL, outcome BIGINT NOT NULL, ended BIGINT NOT NULL, late BIGINT NOT NULL, took BIGINT)
            """,
            // Periods: 202611 (a month), 20264 (a quarter), 2026, 0 (all time). Cuts: agency, field, track, channel.
            """
            CREATE TABLE case_sum (
                run BIGINT NOT NULL, period BIGINT NOT NULL, desk BIGINT NOT NULL, cut TEXT NOT NULL, value TEXT NOT NULL, received BIGINT NOT NULL,
                in_time BIGINT NOT NULL, late BIGINT NOT NULL, rejected BIGINT NOT NULL, routed_out BIGINT NOT NULL, withdrawn BIGINT NOT NULL,
                merged BIGINT NOT NULL, fell_late BIGINT NOT NULL, late_ended BIGINT NOT NULL, PRIMARY KEY (run, period, desk, cut, value))
            """,
            // Of answers: how many took how many working days (d0: none, … d15: more than 45).
            """
            CREATE TABLE case_pace (
                run BIGINT NOT NULL, period BIGINT NOT NULL, desk BIGINT NOT NULL, cut TEXT NOT NULL, value TEXT NOT NULL,
                d0 BIGINT NOT NULL, d1 BIGINT NOT NULL, d2 BIGINT NOT NULL, d3 BIGINT NOT NULL, d4 BIGINT NOT NULL, d5 BIGINT NOT NULL,
                d6 BIGINT NOT NULL, d7 BIGINT NOT NULL, d8 BIGINT NOT NULL, d9 BIGINT NOT NULL, d10 BIGINT NOT NULL, d11 BIGINT NOT NULL,
                d12 BIGINT NOT NULL, d13 BIGINT NOT NULL, d14 BIGINT NOT NULL, d15 BIGINT NOT NULL, PRIMARY KEY (run, period, desk, cut, value))
            """,
            // Which count is shown, and which one is being made beside it (0: none).
            "CREATE TABLE case_count_run (id BIGINT PRIMARY KEY, live BIGINT NOT NULL, next BIGINT NOT NULL)",
            "INSERT INTO case_count_run (id, live, next) VALUES (1, 1, 0)",
        ]
    )

    /// Sums of all portals together (`desk` 0) stand beside those of each. In SQLite sums lie in the order of their key from now on, which is how boards read them;
    /// PostgreSQL has no such tables. A count goes portal by portal: cases of one share their sums.
    static let sums = Migration(
        317,
        "sums of cases in the order of their keys; counts portal by portal",
        [
            """
            CREATE TABLE case_sum_sorted (
                run BIGINT NOT NULL, period BIGINT NOT NULL, desk BIGINT NOT NULL, cut TEXT NOT NULL, value TEXT NOT NULL, received BIGINT NOT NULL,
                in_time BIGINT NOT NULL, late BIGINT NOT NULL, rejected BIGINT NOT NULL, routed_out BIGINT NOT NULL, withdrawn BIGINT NOT NULL,
                merged BIGINT NOT NULL, fell_late BIGINT NOT NULL, late_ended BIGINT NOT NULL, PRIMARY KEY (run, period, desk, cut, value)) WITHOUT ROWID
            """,
            "INSERT INTO case_sum_sorted SELECT * FROM case_sum",
            "DROP TABLE case_sum",
            "ALTER TABLE case_sum_sorted RENAME TO case_sum",
            """
            CREATE TABLE case_pace_sorted (
                run BIGINT NOT NULL, period BIGINT NOT NULL, desk BIGINT NOT NULL, cut TEXT NOT NULL, value TEXT NOT NULL,
                d0 BIGINT NOT NULL, d1 BIGINT NOT NULL, d2 BIGINT NOT NULL, d3 BIGINT NOT NULL, d4 BIGINT NOT NULL, d5 BIGINT NOT NULL,
                d6 BIGINT NOT NULL, d7 BIGINT NOT NULL, d8 BIGINT NOT NULL, d9 BIGINT NOT NULL, d10 BIGINT NOT NULL, d11 BIGINT NOT NULL,
                d12 BIGINT NOT NULL, d13 BIGINT NOT NULL, d14 BIGINT NOT NULL, d15 BIGINT NOT NULL, PRIMARY KEY (run, period, desk, cut, value)) WITHOUT ROWID
            """,
            "INSERT INTO case_pace_sorted SELECT * FROM case_pace",
            "DROP TABLE case_pace",
            "ALTER TABLE case_pace_sorted RENAME TO case_pace",
        ] + everywhere,
        postgres: everywhere
    )

    private static let everywhere: [StaticString] = [
        "DROP INDEX case_by_counted",
        "CREATE INDEX case_by_counted ON case_file (counted, desk, id)",
        """
        INSERT INTO case_sum (run, period, desk, cut, value, received, in_time, late, rejected, routed_out, withdrawn, merged, fell_late, late_ended)
        SELECT run, period, 0, cut, value, SUM(received), SUM(in_time), SUM(late), SUM(rejected), SUM(routed_out), SUM(withdrawn), SUM(merged),
            SUM(fell_late), SUM(late_ended) FROM case_sum GROUP BY run, period, cut, value
        """,
        """
        INSERT INTO case_pace (run, period, desk, cut, value, d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15)
        SELECT run, period, 0, cut, value, SUM(d0), SUM(d1), SUM(d2), SUM(d3), SUM(d4), SUM(d5), SUM(d6), SUM(d7), SUM(d8), SUM(d9), SUM(d10), SUM(d11),
            SUM(d12), SUM(d13), SUM(d14), SUM(d15) FROM case_pace GROUP BY run, period, cut, value
        """,
    ]

    /// Lists of many portals, each a walk along one index that ends with the page; whose portal a case is stands at the end of the index.
    static let lists = Migration(
        318,
        "lists of cases of many portals",
        [
            "DROP INDEX case_due",
            "CREATE INDEX case_due ON case_file (due_at, id, desk) WHERE ended = 0",
            "CREATE INDEX case_open_by_state ON case_file (state, due_at, id, desk) WHERE ended = 0",
            "CREATE INDEX case_open_waiting ON case_file (due_at, id, desk) WHERE ended = 0 AND waiting = 1",
            "CREATE INDEX case_open_unassigned ON case_file (due_at, id, desk) WHERE ended = 0 AND officer IS NULL",
            "CREATE INDEX case_ended_by_change ON case_file (changed_at, id, desk) WHERE ended = 1",
        ]
    )

    /// Goes up with every change of the sums that are shown: what was read of them is true until then.
    static let sumsVersion = Migration(
        319,
        "sums of cases say when they changed",
        ["ALTER TABLE case_count_run ADD COLUMN version BIGINT NOT NULL DEFAULT 0"]
    )

    static let inbox = Migration(
        316,
        "what was done to many cases at once; lists by agency",
        [
            "CREATE TABLE case_bulk (id BIGINT PRIMARY KEY, site BIGINT NOT NULL, person BIGINT NOT NULL, act TEXT NOT NULL, at BIGINT NOT NULL)",
            "CREATE INDEX case_bulk_by_person ON case_bulk (person, at)",
            """
            CREATE TABLE case_bulk_row (
                bulk BIGINT NOT NULL REFERENCES case_bulk (id), place BIGINT NOT NULL, case_id BIGINT NOT NULL, refusal TEXT, PRIMARY KEY (bulk, place))
            """,
            "CREATE INDEX case_open_by_agency ON case_file (agency, due_at, id) WHERE ended = 0",
            "CREATE INDEX case_open_by_track ON case_file (desk, track, due_at, id) WHERE ended = 0",
        ]
    )
}
