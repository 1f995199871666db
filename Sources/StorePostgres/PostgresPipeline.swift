internal import CLibpq
import Store

/// Many statements in one go: sent without waiting, answered in their order.
extension PostgresLink {
    private enum Expected {
        case prepared(text: String, types: [Oid], name: String)
        /// The question a transaction opens with.
        case opened
        case done
    }

    /// The answer to the last. Throws the first fault; the statements behind it did not run.
    @discardableResult
    func pipeline(_ batch: [SQL], writing: Bool) throws -> PostgresAnswer {
        try drain()
        guard PQenterPipelineMode(raw) == 1 else { throw PostgresTrouble.lost(PostgresTrouble.text(PQerrorMessage(raw))) }
        defer { PQexitPipelineMode(raw) }
        var last = PostgresAnswer(nil)
        var start = 0
        repeat {
            // The server's answers wait in libpq's memory until they are read, so not too many at a time.
            let end = min(start + 500, batch.count)
            last = try exchange(batch[start..<end], writing: writing)
            start = end
        } while start < batch.count
        return last
    }

    private func exchange(_ batch: ArraySlice<SQL>, writing: Bool) throws -> PostgresAnswer {
        var expected: [Expected] = []
        let begin = takeBeginning()
        if let begin {
            guard PQsendQueryParams(raw, begin.text, 0, nil, nil, nil, nil, 1) == 1 else {
                throw PostgresTrouble.lost(PostgresTrouble.text(PQerrorMessage(raw)))
            }
            expected.append(.done)
        }
        // Prepared in this very exchange; kept only once the server has said so.
        var fresh = PostgresStatements()
        var unsent: (any Error)?
        do {
            if let opening = begin?.opening {
                try send(opening.question, expecting: &expected, fresh: &fresh)
                expected[expected.count - 1] = .opened
            }
            for sql in batch { try send(sql, expecting: &expected, fresh: &fresh) }
        } catch {
            unsent = error
        }
        guard PQpipelineSync(raw) == 1 else { throw PostgresTrouble.lost(PostgresTrouble.text(PQerrorMessage(raw))) }
        var failure: (any Error)?
        var last = PostgresAnswer(nil)
        var opened: PostgresAnswer?
        for expectation in expected {
            let answer = PostgresAnswer(PQgetResult(raw))
            last = answer
            switch PQresultStatus(answer.raw) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
                switch expectation {
                case .prepared(let text, let types, let name): statements.keep(text, types: types, name: name)
                case .opened: opened = answer
                case .done: break
                }
            case PGRES_PIPELINE_ABORTED: break
            default:
                failure = failure ?? PostgresTrouble.from(answer.raw, link: raw, writing: writing)
                if PQstatus(raw) == CONNECTION_BAD { throw failure ?? PostgresTrouble.lost("connection lost") }
            }
            // Each statement's answer ends with an empty one.
            while answer.raw != nil, PQstatus(raw) == CONNECTION_OK {
                guard let more = PQgetResult(raw) else { break }
                PQclear(more)
            }
        }
        let end = PostgresAnswer(PQgetResult(raw))
        if failure == nil, PQresultStatus(end.raw) != PGRES_PIPELINE_SYNC {
            failure = PostgresTrouble.from(end.raw, link: raw, writing: writing)
        }
        if failure == nil, let opened, let opening = begin?.opening {
            do { try opening.judge(opened.rows().first) } catch { failure = error }
        }
        if case PostgresTrouble.conflict? = failure { statements.forgetAll() }
        if let failure = failure ?? unsent { throw failure }
        return last
    }

    private func send(_ sql: SQL, expecting expected: inout [Expected], fresh: inout PostgresStatements) throws {
        let (text, values) = sql.rendered(placeholder: "$")
        let parameters = try PostgresParameters(values)
        let types = parameters.types
        var sent: Int32
        if sql.isKept {
            var name = statements.name(of: text, types: types) ?? fresh.name(of: text, types: types)
            if name == nil {
                let made = newName()
                guard PQsendPrepare(raw, made, text, Int32(types.count), types) == 1 else {
                    throw PostgresTrouble.lost(PostgresTrouble.text(PQerrorMessage(raw)))
                }
                expected.append(.prepared(text: text, types: types, name: made))
                fresh.keep(text, types: types, name: made)
                name = made
            }
            sent = parameters.withPointers { PQsendQueryPrepared(raw, name, $0, $1, $2, $3, 1) }
        } else {
            sent = parameters.withPointers { PQsendQueryParams(raw, text, $0, types, $1, $2, $3, 1) }
        }
        guard sent == 1 else { throw PostgresTrouble.lost(PostgresTrouble.text(PQerrorMessage(raw))) }
        expected.append(.done)
    }
}

extension SQL {
    /// A statement over data whose text does not vary with them: worth keeping prepared. (Those that vary are planned anew each time: prepared, they get a plan for
    /// any list after their fifth run, which for a list of portals is the wrong one.)
    var isKept: Bool {
        guard isReusable, case .text(let literal)? = parts.first else { return false }
        return literal.withUTF8Buffer { bytes in
            guard let start = bytes.firstIndex(where: { $0 > 32 }) else { return false }
            let word = bytes[start...].prefix(6).map { $0 | 0x20 }
            return ["select", "insert", "update", "delete"].contains { word.elementsEqual($0.utf8) } || word.prefix(4).elementsEqual("with".utf8)
        }
    }
}
