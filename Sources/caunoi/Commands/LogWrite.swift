import ArgumentParser
import Foundation
import Notary
import PublicRecord

/// Writes a long record into a folder: what `script/bench record` verifies. Its key is in the program, so it vouches for nothing.
struct LogWrite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "write", abstract: "Write a record to measure with.", shouldDisplay: false)
    @Argument(help: "Folder; it is made.") var folder: String
    @Option(name: .long, help: "How many entries.") var entries = 1_000_000

    func run() async throws {
        let place = LogFolder(folder)
        let signer = try NoteSigner(name: "do.localhost/log/1", seed: [UInt8](repeating: 1, count: 32))
        let (count, step) = (entries, TileID.fullWidth)
        var writer = TileWriter()
        var bundle: [[UInt8]] = []
        let salt = Salt()
        // Tiles that are not full yet, by their place: a level may grow for the last time long before the end.
        var growing: [String: (tile: TileID, bytes: [UInt8])] = [:]
        for index in 0..<count {
            // Editions of items of their own, as most entries are.
            var entry = RecordEntry(.publish, at: 1_795_219_200 + Int64(index), site: "do")
            entry.kind = "news"
            entry.lang = "vi"
            entry.id = String(repeating: "0", count: 5) + String(100_000_000 + index).suffix(8)
            entry.ed = 1
            entry.prev = -1
            entry.kib = 4
            entry.commit = Commitment(.content, salt: salt, Array("\(index)".utf8))
            entry.text = Commitment(.text, salt: salt, Array("\(index)".utf8))
            let bytes = try entry.encoded()
            writer.append(.leaf(bytes))
            bundle.append(bytes)
            if bundle.count == step || index + 1 == count {
                if let tile = TileID.at(size: Int64(index + 1), level: nil, index: Int64(index / step)) {
                    try Self.put(try EntryBundle.encode(bundle), place, tile.path)
                }
                bundle = []
                for (tile, bytes) in writer.take() {
                    let spot = "\(tile.level.map(String.init) ?? "")/\(tile.index)"
                    growing[spot] = tile.isFull ? nil : (tile, bytes)
                    if tile.isFull { try Self.put(bytes, place, tile.path) }
                }
            }
        }
        for (tile, bytes) in growing.values { try Self.put(bytes, place, tile.path) }
        let head = try Checkpoint(origin: signer.key.name, size: Int64(count), root: writer.root)
        try Self.put(try signer.sign(head).bytes, place, "checkpoint")
        print(signer.key.text)
    }

    /// Not synced: it is only measured with.
    private static func put(_ bytes: [UInt8], _ folder: LogFolder, _ name: String) throws {
        let file = URL(fileURLWithPath: "\(folder.path)/\(name)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
}
