import Crypto
import Foundation
import Logging
import Notary
import PortalNetwork
import PublicRecord
import Publishing
import ServiceLifecycle
import Synchronization
import Web

/// What this program serves with, as a list that anyone can make again from the same source: its own file, the templates, words, scripts and styles in it, and those of
/// the operator's folders.
struct Release: Sendable, Equatable, Encodable {
    struct Line: Sendable, Equatable, Encodable {
        /// `program`, `embedded`, `looks` or `templates`, then the path there.
        let path: String
        let sha256: String
        let bytes: Int
    }

    let lines: [Line]

    /// One line for each: digest, two spaces, path; in the order of the paths' bytes.
    var text: String { "caunoi-release/v1\n" + lines.map { "\($0.sha256)  \($0.path)\n" }.joined() }
    /// SHA-256 of that text: what the entry `release` says.
    var digest: String { Self.hex(Data(text.utf8)) }

    /// - Throws: `UsageFault` for what cannot be read.
    static func read(_ settings: Settings, program: String = "/proc/self/exe") throws -> Release {
        var lines = [try line("program/caunoi", file: program)]
        for (part, files) in [("web", ProgramTexts.houseFiles)] + Features.all().map({ ($0.name, $0.files) }) {
            lines += files.map { line("embedded/\(part)/\($0.path)", Data($0.text.description.utf8)) }
        }
        if let looks = settings[.looks] { lines += try folder(looks, as: "looks") }
        for (number, path) in settings.list(.templates).enumerated() { lines += try folder(path, as: "templates/\(number + 1)") }
        return Release(lines: lines.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
    }

    /// What is not the same in another reading.
    func differences(from other: Release) -> [String] {
        let (ours, theirs) = (Dictionary(uniqueKeysWithValues: lines.map { ($0.path, $0.sha256) }), other.lines)
        var paths = Set(ours.keys)
        var changed: [String] = []
        for line in theirs where paths.remove(line.path) == nil || ours[line.path] != line.sha256 { changed.append(line.path) }
        return (changed + paths).sorted()
    }

    private static func folder(_ path: String, as name: String) throws -> [Line] {
        guard let files = FileManager.default.enumerator(atPath: path) else { throw UsageFault("the folder '\(path)' cannot be read") }
        return try files.compactMap { $0 as? String }.filter { file in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(path)/\(file)", isDirectory: &isFolder) && !isFolder.boolValue
        }.map { try line("\(name)/\($0)", file: "\(path)/\($0)") }
    }

    /// Read in parts: the program is large.
    private static func line(_ name: String, file path: String) throws -> Line {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw UsageFault("'\(path)' cannot be read") }
        defer { try? handle.close() }
        var hash = SHA256()
        var bytes = 0
        while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
            hash.update(data: part)
            bytes += part.count
        }
        return Line(path: name, sha256: Hex.encode(Array(hash.finalize())), bytes: bytes)
    }

    private static func line(_ name: String, _ data: Data) -> Line { Line(path: name, sha256: hex(data), bytes: data.count) }
    private static func hex(_ data: Data) -> String { Hex.encode(Array(SHA256.hash(data: data))) }
}

/// Enters the release when the program starts to serve, and compares it with what lies on the disk every hour: a file that was changed under a running program shows.
final class ReleaseWatch: Service {
    private let settings: Settings
    private let publishing: Publisher
    private let logger: Logger
    private let every: Duration
    private let program: String
    private let release: Release
    private let signer: SignerDoor
    private let changed = Mutex<[String]>([])

    /// `program`: where the program's file lies, which is read again; the running one is `/proc/self/exe`.
    init(_ settings: Settings, publishing: Publisher, signer: SignerDoor, every: Duration = .seconds(3600), logger: Logger) throws {
        self.settings = settings
        self.publishing = publishing
        self.signer = signer
        self.every = every
        self.logger = logger
        program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/proc/self/exe"
        release = try Release.read(settings)
    }

    /// Throws while something differs.
    func check() throws {
        let changed = changed.withLock { $0 }
        guard changed.isEmpty else { throw ReleaseFault(changed: changed) }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await self.enter()
            while (try? await Task.sleep(for: self.every)) != nil { await self.compare() }
        }
    }

    /// The record may be frozen or taken by another node that begins: asked again until it is entered.
    private func enter() async {
        while !Task.isCancelled {
            do {
                if let index = try await publishing.enterRelease(release.digest) {
                    logger.info("release entered", metadata: ["digest": .string(release.digest), "entry": .stringConvertible(index)])
                }
                let keys = try await signer.state()
                try await publishing.enterKeys(keys.key, next: keys.next)
                return
            } catch {
                logger.warning("the release and the keys are not in the record yet", metadata: ["why": .string("\(error)")])
                guard (try? await Task.sleep(for: .seconds(30))) != nil else { return }
            }
        }
    }

    func compare() async {
        let found: [String]
        do { found = try Release.read(settings, program: program).differences(from: release) } catch { found = ["\(error)"] }
        let before = changed.withLock { changed in
            defer { changed = found }
            return changed
        }
        guard !found.isEmpty, found != before else { return }
        let names = found.prefix(5).joined(separator: ", ")
        logger.error(
            "files of the program differ from those it started with",
            metadata: ["files": .string(names), "count": .stringConvertible(found.count)]
        )
        do { try await publishing.tellOperators(NoticeSubject("release-changed", ["files": names, "count": "\(found.count)"])) } catch {
            logger.error("the operators could not be told", metadata: ["why": .string("\(error)")])
        }
    }
}

/// Files are not those the program started with.
struct ReleaseFault: Error, CustomStringConvertible {
    let changed: [String]
    var description: String {
        "\(changed.count) files differ from those the program started with (\(changed.prefix(3).joined(separator: ", "))): restart after an update, else look into it"
    }
}
