import Foundation

/// Writes `EmbeddedFiles.swift`: the text files of a target as string literals, so that the program is one file and can never miss its templates.
/// Usage: embed-files OUTPUT ROOT FILE…
@main
struct EmbedTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            FileHandle.standardError.write(Data("usage: embed-files OUTPUT ROOT FILE…\n".utf8))
            exit(2)
        }
        let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
        var out = "/// Made at build time from the files of this target; never edited.\nenum EmbeddedFiles {\n"
        out += "    static let all: [(path: String, text: StaticString)] = [\n"
        for path in arguments.dropFirst(3).sorted() {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            var fence = "#"
            while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
            let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
            out += "        (\"\(name)\", \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)),\n"
        }
        out += "    ]\n}\n"
        try out.write(toFile: arguments[1], atomically: true, encoding: .utf8)
    }
}
