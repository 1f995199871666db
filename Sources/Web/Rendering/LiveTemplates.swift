import Foundation
public import Logging
import Synchronization

/// Where templates come from beside those in the program.
public struct TemplateFolders: Sendable {
    /// `DIR/<theme>/Templates/<name>.mustache` replaces a template for sites of that theme.
    public var looks: String?
    /// Folders under development: their `*.mustache` replace the program's own, for every site, and are read again when they change.
    public var development: [String]

    public init(looks: String? = nil, development: [String] = []) {
        self.looks = looks
        self.development = development
    }
}

/// The templates in force. Fixed once loaded; in development the folders are watched, and a fault shows where it is instead of a page.
public final class LiveTemplates: Sendable {
    private struct State {
        var library: TemplateLibrary
        var faults: TemplateFaults?
        var seen: [String: Date]
    }

    private let files: [TemplateFile]
    private let words: Words
    private let pages: [any TemplateContract]
    private let folders: TemplateFolders
    private let logger: Logger
    private let state: Mutex<State>

    public var isDevelopment: Bool { !folders.development.isEmpty }

    /// - Throws: `TemplateFaults` when the program's own templates are at fault; `TemplateFault` when a named folder cannot be read.
    public init(files: [TemplateFile], words: Words, pages: [any TemplateContract], folders: TemplateFolders = TemplateFolders(), logger: Logger)
        throws
    {
        self.files = files
        self.words = words
        self.pages = pages
        self.folders = folders
        self.logger = logger
        let themes = try folders.looks.map(Self.themes(in:)) ?? [:]
        var library = try TemplateLibrary(files: files, words: words, pages: pages, themes: themes)
        for refusal in library.refusals { logger.error("a template of a theme is refused", metadata: ["fault": .string(refusal)]) }
        var faults: TemplateFaults?
        let seen = try Self.times(in: folders.development)
        if !folders.development.isEmpty {
            do throws(TemplateFaults) {
                library = try Self.load(files, folders.development, words, pages, themes)
            } catch {
                faults = error
            }
        }
        state = Mutex(State(library: library, faults: faults, seen: seen))
    }

    /// The library in force. In development: as the folders are now.
    /// - Throws: `TemplateFaults` while a file under development is at fault.
    public func current() throws -> TemplateLibrary {
        guard isDevelopment else { return state.withLock { $0.library } }
        let now = try Self.times(in: folders.development)
        return try state.withLock { state in
            if now != state.seen {
                state.seen = now
                do throws(TemplateFaults) {
                    let themes = (try? folders.looks.map(Self.themes(in:))) ?? [:]
                    state.library = try Self.load(files, folders.development, words, pages, themes)
                    state.faults = nil
                    logger.info("templates read again")
                } catch {
                    state.faults = error
                    logger.error("templates at fault", metadata: ["faults": .string(error.description)])
                }
            }
            if let faults = state.faults { throw faults }
            return state.library
        }
    }

    /// The last library without fault, for error pages.
    func lastGood() -> TemplateLibrary { state.withLock { $0.library } }

    private static func load(
        _ files: [TemplateFile],
        _ folders: [String],
        _ words: Words,
        _ pages: [any TemplateContract],
        _ themes: [String: [TemplateFile]]
    ) throws(TemplateFaults) -> TemplateLibrary {
        var byName = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
        for folder in folders {
            do throws(TemplateFault) {
                for file in try read(folder) { byName[file.name] = file }
            } catch {
                throw TemplateFaults(faults: [error])
            }
        }
        return try TemplateLibrary(files: byName.values.sorted { $0.name < $1.name }, words: words, pages: pages, themes: themes)
    }

    private static func themes(in looks: String) throws(TemplateFault) -> [String: [TemplateFile]] {
        var result: [String: [TemplateFile]] = [:]
        for theme in try list(looks) {
            guard !theme.isEmpty, theme.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) else { continue }
            let folder = "\(looks)/\(theme)/Templates"
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else { continue }
            result[theme] = try read(folder)
        }
        return result
    }

    private static func read(_ folder: String) throws(TemplateFault) -> [TemplateFile] {
        var result: [TemplateFile] = []
        for entry in try list(folder) where entry.hasSuffix(".mustache") {
            let path = "\(folder)/\(entry)"
            guard let data = FileManager.default.contents(atPath: path), let source = String(validating: data, as: UTF8.self) else {
                throw TemplateFault(origin: path, "cannot be read as UTF-8")
            }
            result.append(TemplateFile(name: String(entry.dropLast(".mustache".count)), origin: path, source: source))
        }
        return result
    }

    private static func times(in folders: [String]) throws(TemplateFault) -> [String: Date] {
        var result: [String: Date] = [:]
        for folder in folders {
            for entry in try list(folder) where entry.hasSuffix(".mustache") {
                let path = "\(folder)/\(entry)"
                result[path] = (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate]) as? Date ?? .distantPast
            }
        }
        return result
    }

    private static func list(_ folder: String) throws(TemplateFault) -> [String] {
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw TemplateFault(origin: folder, "the folder cannot be read")
        }
        return entries.sorted()
    }
}
