import Exchange
import Foundation

/// Progress of a long command on standard error.
struct ProgressLine: Sendable {
    let console: Console
    let title: String

    func show(_ done: Int, of all: Int) {
        guard !console.quiet, isatty(2) == 1 else { return }
        let share = all == 0 ? 100 : done * 100 / all
        FileHandle.standardError.write(Data("\r\(title): \(done) of \(all) (\(share) %)\u{1B}[K".utf8))
    }

    func finish() {
        guard !console.quiet, isatty(2) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
