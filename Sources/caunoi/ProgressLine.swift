import Foundation

/// Progress of a long command on standard error: one line that is rewritten on a terminal, nothing elsewhere.
struct ProgressLine: Sendable {
    let console: Console
    let title: String

    func show(_ done: Int, of all: Int) { show("\(done) of \(all)", all == 0 ? 1 : Double(done) / Double(all)) }

    func show(_ step: String, _ share: Double) { write("\r\(title): \(step) (\(Int(share * 100)) %)\u{1B}[K") }

    func finish() { write("\r\u{1B}[K") }

    private func write(_ text: String) {
        guard !console.quiet, isatty(2) == 1 else { return }
        FileHandle.standardError.write(Data(text.utf8))
    }
}
