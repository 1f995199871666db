public import FileStore
public import PortalNetwork
public import Store
public import Vietnamese

extension Publisher {
    /// A live or scheduled item goes at a moment, by a durable job; nil takes the plan back. `erasing`: what it says is destroyed then as well (lists with personal
    /// data whose time of posting the law sets); whoever plans it must have the right to erase.
    public func planWithdrawal(_ id: ItemID, at moment: Instant?, because code: WithdrawalCode, erasing: Bool = false, by: By) async throws {
        let now = clock.now()
        let job: JobID = ids.next()
        if let moment, moment <= now { throw WorkflowRefusal.past }
        try await database.write { db in
            let item = try self.load(id, expecting: nil, db)
            try self.allow(.withdraw, item, by)
            if erasing { try self.allow(.erase, item, by) }
            try db.execute("DELETE FROM withdrawal_plan WHERE item = \(id)")
            try JobQueue.cancel(name: WithdrawDue.name, payload: "\(id)", at: now, db)
            if let moment {
                guard item.workflow.presence == .live || item.workflow.stage == .scheduled else { throw WorkflowRefusal.notLive }
                try db.execute(
                    """
                    INSERT INTO withdrawal_plan (item, at, code, person, made_at, erases)
                    VALUES (\(id), \(moment), \(code), \(by.person), \(now), \(erasing))
                    """
                )
                let effect = "withdraw-due:\(id):\(moment.rawValue):\(now.rawValue)"
                try JobQueue.add(Job(id: job, name: WithdrawDue.name, payload: "\(id)", effect: effect, runAt: moment), at: now, db)
            }
            try self.note(.withdrawalPlanned, item, by, detail: moment?.rfc3339 ?? "", db)
        }
    }

    /// The planned moment has come.
    func withdrawDue(_ id: ItemID, from files: (any FileStore)?) async throws {
        let plan = try await database.read { try $0.row("SELECT at, code, erases FROM withdrawal_plan WHERE item = \(id)") }
        guard let plan, let at: Instant = try plan[0], at <= clock.now() else { return }
        let (code, erases): (WithdrawalCode, Bool) = (try plan[1], try plan[2])
        do {
            _ = try await change(id, .withdraw, .withdraw, nil, nil, nil) { item, _, now, db in
                item.withdrawal = Item.Withdrawal(code: code, at: now, successor: nil)
                // A plan that erases stands until that is done too: stopped in between, it is taken up again.
                if !erases { try db.execute("DELETE FROM withdrawal_plan WHERE item = \(id)") }
            }
        } catch WorkflowRefusal.notLive where erases {
            // Withdrawn already: what is left is the erasure.
        }
        if erases { try await destroy(id, from: files, because: code, expecting: nil, by: nil) }
    }
}

/// The moment of a planned withdrawal has come.
public struct WithdrawDue: JobWorker {
    public static let name = "withdraw-due"
    private let publishing: Publisher

    private let files: (any FileStore)?

    /// `files`: where files lie that nothing else holds once an item is erased.
    public init(_ publishing: Publisher, files: (any FileStore)? = nil) {
        self.publishing = publishing
        self.files = files
    }

    public func run(_ job: Job) async throws {
        guard let item = ItemID(job.payload) else { return }
        do { try await publishing.withdrawDue(item, from: files) } catch WorkflowRefusal.notLive {
            // Gone already.
        } catch {
            try? await publishing.raiseAlarm(.withdrawalFailed, item, detail: "\(error)")
            throw error
        }
    }
}
