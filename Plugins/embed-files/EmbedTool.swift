import Foundation

/// Writes `EmbeddedFiles.swift`: the files of a target as string literals, so that the program is one file and can never miss its templates.
/// What is no text (fonts, films, weights) stands there in base64.
/// Usage: embed-files OUTPUT ROOT FILE…
@main
struct EmbedTool {
    private static let kinds = ["mustache", "json", "yaml", "css", "js", "svg", "txt", "vtt"]
    private static let binaries = ["woff2", "webm", "bin"]

    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { stop("usage: embed-files OUTPUT ROOT FILE…") }
        let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
        var out = "/// Made at build time from the files of this target; never edited.\nenum EmbeddedFiles {\n"
        out += "    static let all: [(path: String, text: StaticString)] = [\n"
        for path in arguments.dropFirst(3).sorted() {
            let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
            let kind = (path as NSString).pathExtension
            guard kinds.contains(kind) || binaries.contains(kind) else {
                stop("\(path): error: a file of this kind cannot be embedded (\((kinds + binaries).joined(separator: ", ")) can)")
            }
            out += "        (\(literal(name)), \(block(binaries.contains(kind) ? base64(of: path) : text(of: path)))),\n"
        }
        out += "    ]\n}\n"
        do {
            try out.write(toFile: arguments[1], atomically: true, encoding: .utf8)
        } catch {
            stop("\(arguments[1]): error: cannot be written (\(error.localizedDescription))")
        }
    }

    /// A file's text; the build stops, naming the file, where it cannot be read as UTF-8 or holds a NUL, which Swift source cannot.
    private static func text(of path: String) -> String {
        guard let data = FileManager.default.contents(atPath: path) else { stop("\(path): error: cannot be read") }
        guard let text = String(validating: data, as: UTF8.self), !data.contains(0) else { stop("\(path): error: is not UTF-8 text") }
        return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    private static func base64(of path: String) -> String {
        guard let data = FileManager.default.contents(atPath: path) else { stop("\(path): error: cannot be read") }
        return data.base64EncodedString()
    }

    private static func literal(_ name: String) -> String {
        "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// A raw literal over several lines, with as many `#` as it takes for nothing in the text to be read as its end or an escape.
    private static func block(_ text: String) -> String {
        var fence = "#"
        while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
        return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
    }

    private static func stop(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(1)
    }
}
