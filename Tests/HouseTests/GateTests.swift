import Testing

/// The gates that each exist once: code that goes round one is a defect, whatever it does.
@Suite("Gates")
struct GateTests {
    static func files(under folders: [String], except: Bool = false) -> [SourceFile] {
        House.sources.filter { file in folders.contains { file.path.hasPrefix("Sources/\($0)/") } != except }
    }

    @Test(
        "the ground floor does no input or output",
        arguments: files(under: ["Vietnamese", "RichText", "Proofing", "Redaction", "Triage", "PublicRecord", "Rules"])
    )
    func ground(_ file: SourceFile) {
        for word in [
            "FileManager", "FileHandle", "URLSession", "ProcessInfo", "Data(contentsOf", "String(contentsOf", "(contentsOfFile", "fopen(", "getenv(",
            "socket(", "print(",
        ] {
            let lines = file.codeLines(with: word)
            #expect(lines.isEmpty, "\(file.path):\(lines) uses \(word)")
        }
    }

    @Test("only Outbound reaches another host", arguments: files(under: ["Outbound"], except: true))
    func fetch(_ file: SourceFile) {
        for word in [
            "URLSession", "FoundationNetworking", "AsyncHTTPClient", "ClientBootstrap", "HTTPClient(", "NIOSSLClientHandler", "DatagramBootstrap",
            "getaddrinfo(", "gethostbyname", "curl_easy",
        ] {
            let lines = file.codeLines(with: word)
            #expect(lines.isEmpty, "\(file.path):\(lines) uses \(word)")
        }
    }

    @Test("only the renderer makes Markup", arguments: files(under: ["RichText", "Web"], except: true))
    func render(_ file: SourceFile) {
        for (offset, line) in file.codeLines.enumerated() {
            #expect(!line.contains(/\bMarkup\(/), "\(file.path):\(offset + 1) makes markup of its own")
        }
    }

    @Test("only the public door lets a replica answer", arguments: House.sources.filter { $0.path != "Sources/Web/Cache/CacheLayer.swift" })
    func replicas(_ file: SourceFile) {
        for word in ["ReplicaPass()", "ReplicaPass.$current"] {
            let lines = file.codeLines(with: word)
            #expect(lines.isEmpty, "\(file.path):\(lines) uses \(word)")
        }
    }

    @Test(
        "statements are put together only behind the door to data",
        arguments: files(under: ["Store", "StoreSQLite", "StorePostgres"], except: true)
    )
    func statements(_ file: SourceFile) {
        for word in ["SQL(parts:", "SQL.Part", "SQL(stringLiteral:", "StringInterpolation(literalCapacity"] {
            let lines = file.codeLines(with: word)
            #expect(lines.isEmpty, "\(file.path):\(lines) uses \(word)")
        }
    }
}
