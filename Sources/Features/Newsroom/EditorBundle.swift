import Crypto
import Foundation
public import Web

/// The rich-text editor: a bundle of Tiptap (ProseMirror) that the package django-prose-editor ships. It is fetched when the program is set up
/// (`script/editor`, which reads the two constants below), is part of a release's files and never of the source.
public struct EditorBundle: Sendable {
    public static let version = "0.28.0"
    /// SHA-256 of `editor.js`.
    public static let digest = "dfe143953e7e504247031aeaecf34b9f0eb10d9f832c9569b4c948423d39d608"

    /// The script's text.
    public let script: String

    /// Where a bundle lies beside a program: with a release, or in the folder of a build.
    public static func places(beside program: String) -> [String] {
        let folder = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        return [folder, folder.deletingLastPathComponent(), folder.deletingLastPathComponent().deletingLastPathComponent()]
            .map { $0.appendingPathComponent("editor/editor.js").path }
    }

    public enum Fault: Error, CustomStringConvertible {
        case missing([String])
        case altered(String)

        public var description: String {
            switch self {
            case .missing(let places): "the editor's bundle is not at \(places.joined(separator: " or ")); fetch it with 'script/editor'"
            case .altered(let place): "\(place) is not the editor's bundle \(version) this program knows; fetch it again with 'script/editor'"
            }
        }
    }

    /// Reads the first bundle there is and makes sure that it is the one this release was tested with: it runs in every editor's session.
    public init(at places: [String]) throws {
        guard let place = places.first(where: { FileManager.default.fileExists(atPath: $0) }), let data = FileManager.default.contents(atPath: place)
        else {
            throw Fault.missing(places)
        }
        let hash = SHA256.hash(data: data).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        guard hash == Self.digest else { throw Fault.altered(place) }
        script = String(decoding: data, as: UTF8.self)
    }

    /// As a static file among others.
    public var file: (path: String, text: String) { ("Static/editor.js", script) }
}
