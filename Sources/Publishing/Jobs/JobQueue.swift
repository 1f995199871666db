public import Store
public import Vietnamese

/// The durable queue: leases, retries with growing pauses, dead letters.
public enum JobQueue {
    /// How long a lease holds; a worker that dies gives its jobs back after this.
    public static let lease: Int64 = 60
    public static let maximumAttempts = 8

    /// Adds a job inside the transaction that makes it necessary. The same effect twice is one job.
    public static func add(_ job: Job, at now: Instant, _ db: any Connection) throws {
        try db.execute(
            """
            INSERT INTO job (id, name, payload, effect, run_at, state, attempts, created_at)
            VALUES (\(job.id), \(job.name), \(job.payload), \(job.effect), \(job.runAt), \(Job.State.waiting), 0, \(now))
            ON CONFLICT (effect) DO NOTHING
            """
        )
    }

    /// Waiting jobs of this name and payload are not needed any more.
    public static func cancel(name: String, payload: String, at now: Instant, _ db: any Connection) throws {
        try db.execute(cancellation(name: name, payload: payload, at: now))
    }

    /// The statement that does it.
    static func cancellation(name: String, payload: String, at now: Instant) -> SQL {
        """
        UPDATE job SET state = \(Job.State.cancelled), finished_at = \(now)
        WHERE name = \(name) AND payload = \(payload) AND state = \(Job.State.waiting)
        """
    }

    /// Leases up to `limit` jobs that are due, or whose worker died.
    public static func claim(_ limit: Int, names: [String], owner: Int, at now: Instant, _ db: any Connection) throws -> [Job] {
        let rows = try db.rows(
            """
            SELECT id, name, payload, effect, run_at, attempts FROM job
            WHERE name IN (\(list: names)) AND ((state = \(Job.State.waiting) AND run_at <= \(now))
                OR (state = \(Job.State.running) AND lease_until < \(now)))
            ORDER BY run_at, id LIMIT \(limit)\(db.skipLocked)
            """
        )
        return try rows.map { row in
            var job = Job(
                id: try row[0],
                name: try row[1],
                payload: try row[2],
                effect: try row[3],
                runAt: try row[4],
                attempts: try row[5]
            )
            job.attempts += 1
            try db.execute(
                """
                UPDATE job SET state = \(Job.State.running), attempts = \(job.attempts), lease_until = \(now.adding(seconds: lease)),
                    lease_owner = \(owner) WHERE id = \(job.id)
                """
            )
            return job
        }
    }

    /// The job did what it is for. False when its lease had passed to another worker meanwhile.
    @discardableResult
    public static func complete(_ job: Job, owner: Int, at now: Instant, _ db: any Connection) throws -> Bool {
        try db.execute(
            """
            UPDATE job SET state = \(Job.State.done), finished_at = \(now), lease_until = NULL, last_error = NULL
            WHERE id = \(job.id) AND state = \(Job.State.running) AND lease_owner = \(owner)
            """
        ) == 1
    }

    /// The job failed: again after a pause that doubles (10 s … about 20 min), dead when its patience is at an end.
    public static func fail(_ job: Job, owner: Int, _ error: String, patience: JobPatience = .house, at now: Instant, _ db: any Connection) throws {
        let state: Job.State = job.attempts >= patience.attempts ? .dead : .waiting
        let pause = patience.pause(after: job.attempts)
        try db.execute(
            """
            UPDATE job SET state = \(state), run_at = \(now.adding(seconds: pause)), lease_until = NULL, last_error = \(String(error.prefix(500)))
            WHERE id = \(job.id) AND state = \(Job.State.running) AND lease_owner = \(owner)
            """
        )
    }

    /// Whether such a job waits: one that has begun may have looked already at what it is about.
    public static func isWaiting(name: String, payload: String, _ db: any Connection) throws -> Bool {
        try db.value(
            "SELECT 1 FROM job WHERE name = \(name) AND payload = \(payload) AND state = \(Job.State.waiting) LIMIT 1",
            as: Int.self
        ) != nil
    }

    /// Removes jobs of these names that were done or cancelled before a moment. For jobs whose effect is named anew each time; dead ones stay.
    public static func forget(_ names: [String], finishedBefore moment: Instant, _ db: any Connection) throws {
        try db.execute(
            """
            DELETE FROM job WHERE name IN (\(list: names)) AND state IN (\(Job.State.done), \(Job.State.cancelled)) AND finished_at < \(moment)
            """
        )
    }

    /// How many jobs of each name failed for good, the most first.
    public static func dead(_ db: any Connection) throws -> [(name: String, count: Int)] {
        try db.rows("SELECT name, count(*) FROM job WHERE state = \(Job.State.dead) GROUP BY name ORDER BY count(*) DESC, name").map { row in
            (try row[0], try row[1])
        }
    }

    /// How many jobs are in each state, for metrics and `doctor`.
    public static func counts(_ db: any Connection) throws -> [Job.State: Int] {
        var counts: [Job.State: Int] = [:]
        for row in try db.rows("SELECT state, count(*) FROM job GROUP BY state") {
            let state: Job.State = try row[0]
            counts[state] = try row[1]
        }
        return counts
    }
}

extension Connection {
    /// Two workers never wait for each other's rows: PostgreSQL skips what is locked; SQLite has one writer anyway.
    var skipLocked: SQL { engine == .postgres ? " FOR UPDATE SKIP LOCKED" : "" }
}
