public import PortalNetwork
public import Store
public import Vietnamese

extension Publisher {
    /// A live or scheduled item goes at a moment, by a durable job; nil takes the plan back.
    public func planWithdrawal(_ id: ItemID, at moment: Instant?, because code: WithdrawalCode, by: By) async throws {
        let now = clock.now()
        let job: JobID = ids.next()
        if let moment, moment <= now { throw WorkflowRefusal.past }
        try await database.write { db in
            let item = try self.load(id, expecting: nil, db)
            try self.allow(.withdraw, item, by)
            try db.execute("DELETE FROM withdrawal_plan WHERE item = \(id)")
            try JobQueue.cancel(name: WithdrawDue.name, payload: "\(id)", at: now, db)
            if let moment {
                guard item.workflow.presence == .live || item.workflow.stage == .scheduled else { throw WorkflowRefusal.notLive }
                try db.execute(
                    "INSERT INTO withdrawal_plan (item, at, code, person, made_at) VALUES (\(id), \(moment), \(code), \(by.person), \(now))"
                )
                let effect = "withdraw-due:\(id):\(moment.rawValue):\(now.rawValue)"
                try JobQueue.add(Job(id: job, name: WithdrawDue.name, payload: "\(id)", effect: effect, runAt: moment), at: now, db)
            }
            try self.note(.withdrawalPlanned, item, by, detail: moment?.rfc3339 ?? "", db)
        }
    }

    /// The planned moment has come.
    func withdrawDue(_ id: ItemID) async throws {
        let plan = try await database.read { try $0.row("SELECT at, code FROM withdrawal_plan WHERE item = \(id)") }
        guard let plan, let at: Instant = try plan[0], at <= clock.now() else { return }
        let code: WithdrawalCode = try plan[1]
        _ = try await change(id, .withdraw, .withdraw, nil, nil) { item, _, now, db in
            item.withdrawal = Item.Withdrawal(code: code, at: now, successor: nil)
            try db.execute("DELETE FROM withdrawal_plan WHERE item = \(id)")
        }
    }
}

/// The moment of a planned withdrawal has come.
public struct WithdrawDue: JobWorker {
    public static let name = "withdraw-due"
    private let publishing: Publisher

    public init(_ publishing: Publisher) { self.publishing = publishing }

    public func run(_ job: Job) async throws {
        guard let item = ItemID(job.payload) else { return }
        do { try await publishing.withdrawDue(item) } catch WorkflowRefusal.notLive {
            // Gone already.
        } catch {
            try? await publishing.raiseAlarm(.withdrawalFailed, item, detail: "\(error)")
            throw error
        }
    }
}
