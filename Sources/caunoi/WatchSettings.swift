import Foundation
import Watch

extension Settings {
    var startsWatcher: Bool { self[.watch] != "false" }

    func watchWay() throws -> WatchParts.Way? { try self[.watchVia].map { try WatchParts.Way($0) } }

    func watchPlan() throws -> WatchPlan {
        var plan = WatchPlan()
        if let text = self[.watchRate] {
            guard let rate = Double(text), 0.01...1000 ~= rate else { throw UsageFault("watch-rate is '\(text)'; give pages a second, such as 4") }
            plan.rate = rate
        }
        if let text = self[.watchEvery] {
            guard let seconds = Int(text), 1...86_400 ~= seconds else { throw UsageFault("watch-every is '\(text)'; give seconds, such as 300") }
            plan.frequent = .seconds(seconds)
        }
        plan.logs = list(.watchLogs)
        plan.folders = try list(.watchFolders).map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, parts[1].hasPrefix("/") else {
                throw UsageFault("watch-folders has '\(text)'; give a folder and the path under which it is shown, such as /var/www/upload=/upload")
            }
            return (folder: parts[0], prefix: parts[1])
        }
        return plan
    }
}
