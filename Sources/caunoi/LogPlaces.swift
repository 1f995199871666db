import Foundation
import Notary
import Outbound
import PublicRecord
import Publishing

/// Where commands about a log read it: nothing for this installation, `https://…` for another host, else a folder.
enum LogPlaces {
    static func source(_ place: String?, _ program: Program?) throws -> LogSource {
        guard let place else {
            guard let program else { throw UsageFault("name the log: a folder or the address below which its checkpoint is") }
            return LogSource(record: program.record) { [reader = program.reader] commitment in
                if case .there(let bytes) = try await reader.object(commitment) { bytes } else { nil }
            }
        }
        if place.hasPrefix("http://") || place.hasPrefix("https://") { return try address(place) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder.boolValue else {
            throw UsageFault("'\(place)' is neither a folder nor an address with https://")
        }
        return LogSource(folder: LogFolder(place))
    }

    /// A log on another host, by its prefix. The operator names it, so it may be anywhere.
    static func address(_ text: String) throws -> LogSource {
        let prefix = text.hasSuffix("/") ? String(text.dropLast()) : text
        do { _ = try ForeignAddress(prefix + "/checkpoint") } catch { throw UsageFault("'\(text)' is no address: \(error)") }
        let caller = try EndpointCaller(agent: "CauNoi/\(Version.number)")
        return LogSource(name: prefix) { path in
            let address = try ForeignAddress("\(prefix)/\(path)")
            let answer: ForeignAnswer
            do { answer = try await caller.call(ForeignRequest(.get, address), bodyBytes: LogSource.greatestFile) } catch let fault as FetchFault {
                throw CopyFault.unanswered("\(address.origin): \(fault)")
            }
            if answer.status == 404 || answer.status == 410 { throw CopyFault.absent("\(prefix)/\(path)") }
            guard answer.status == 200 else { throw CopyFault.unanswered("\(prefix)/\(path) answers \(answer.status)") }
            return answer.body
        }
    }

    /// Where another installation's log is below its addresses: as those that are believed are called; of several the newest of that host.
    static func path(of host: String, _ trust: HeadTrust) -> String {
        let own = trust.origins.filter { $0.hasPrefix(host + "/") }
        let newest = (own.isEmpty ? trust.origins : own).max { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
        return newest.map { String($0.drop { $0 != "/" }) } ?? "/log/1"
    }

    /// A log of this installation that has ended, by its number.
    static func past(_ number: Int, _ program: Program) async throws -> (source: LogSource, log: PastLog) {
        let record = program.record
        guard let past = try await record.past().first(where: { $0.number == number }) else {
            throw UsageFault("no log \(number) of this installation has ended; without --log the command is about the one that is written")
        }
        let ending = past.ending(next: try await RecordParts.origin(program), key: try await record.head().key)
        return (LogSource(past: past, ending: ending, record: record), past)
    }

    /// What a person is told of a log's end.
    static func said(_ ending: LogEnding) -> String {
        let lost = ending.size - ending.held
        return
            "\(ending.origin) ended on \(Date(timeIntervalSince1970: Double(ending.at)).formatted(.iso8601)) (\(ending.why)) with \(ending.size) entries"
            + (lost > 0 ? ", of which the last \(lost) were lost" : "")
            + "; its place says that \(ending.next) goes on" + (ending.key.map { " with the key \($0)" } ?? "")
            + ". Nothing of that is believed before a person asked its operator and accepted the key"
    }

    /// Whom to believe: what was given, else what the folder remembers from before, else this installation's own key.
    static func trust(key: [String], policy: String?, folder: LogFolder? = nil, own: String? = nil) throws -> HeadTrust {
        if let policy {
            guard let data = FileManager.default.contents(atPath: policy) else { throw UsageFault("the policy '\(policy)' cannot be read") }
            do { return HeadTrust(policy: try WitnessPolicy(parsing: Array(data))) } catch { throw UsageFault("'\(policy)': \(error)") }
        }
        var texts = key
        if texts.isEmpty, let kept = try? folder?.read("keys") {
            texts = String(decoding: kept, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        if texts.isEmpty, let own { texts = [own] }
        guard !texts.isEmpty else {
            throw UsageFault("say whose signature counts: --key NAME+ID+KEY (the log's public key, 'caunoi signer --show' says it) or --policy FILE")
        }
        do { return HeadTrust(keys: try texts.map { try VerifierKey($0) }) } catch { throw UsageFault("--key: \(error)") }
    }
}

extension Program {
    /// The record as others read it.
    var record: RecordFiles { RecordFiles(database: database) { try EventLog.entries(from: $0, limit: $1, $2) } }
}
