import Foundation
import Glibc
import Testing

/// A reader on a plain socket: what it sends is exactly what arrives, the Host field included.
struct Reader: Sendable {
    let port: Int
    let admin: Int

    struct Answer: Sendable {
        let status: Int
        let head: String
        let body: String

        func field(_ name: String) -> String? {
            head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
        }
    }

    struct NoAnswer: Error, CustomStringConvertible {
        let description: String
    }

    func get(_ target: String, host: String = Program.host) throws -> Answer {
        try ask(
            port,
            "GET \(target) HTTP/1.1\r\nHost: \(host)\r\nUser-Agent: Mozilla/5.0 (X11; Linux) Gecko Firefox/140\r\nConnection: close\r\n\r\n"
        )
    }

    func post(_ target: String, form: String, host: String = Program.host) throws -> Answer {
        let head = "POST \(target) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        return try ask(port, head + "Content-Length: \(form.utf8.count)\r\n\r\n" + form)
    }

    func getAdmin(_ target: String) throws -> Answer { try ask(admin, "GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n") }

    /// At most three minutes and more where each look takes its time: a program under test on a busy machine starts slowly.
    /// `isReady`: false for one that shows pages and cannot publish.
    func waitUntilServed(_ isReady: Bool = true) async throws {
        for _ in 0..<3_600 {
            if (try? getAdmin(isReady ? "/healthz/ready" : "/healthz/live"))?.status == 200, (try? get("/"))?.status != nil { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw NoAnswer(description: "the server does not answer on port \(port)")
    }

    private func ask(_ port: Int, _ request: String) throws -> Answer {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw NoAnswer(description: "no socket") }
        defer { close(socket) }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = FreePort.loopback(port)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard connected == 0 else { throw NoAnswer(description: "port \(port): \(String(cString: strerror(errno)))") }
        let bytes = Array(request.utf8)
        guard send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw NoAnswer(description: "cannot send") }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            received += buffer[0..<count]
        }
        // In bytes: where a body of bytes begins with a mark that joins to what is before it, no text ends where the head does.
        guard let end = Data(received).range(of: Data("\r\n\r\n".utf8)),
            let status = Int(String(decoding: received.dropFirst(9).prefix(3), as: UTF8.self))
        else {
            throw NoAnswer(description: "not an answer: \(String(decoding: received.prefix(2000), as: UTF8.self))")
        }
        return Answer(
            status: status,
            head: String(decoding: received[..<end.lowerBound], as: UTF8.self),
            body: String(decoding: received[end.upperBound...], as: UTF8.self)
        )
    }
}

/// A port nobody listens on at this moment.
enum FreePort {
    static func find() throws -> Int {
        let (descriptor, port) = try hold()
        close(descriptor)
        return port
    }

    /// Listens on a port, so that it is taken; the caller closes it.
    static func hold() throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 1) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard descriptor >= 0, bound else { throw Reader.NoAnswer(description: "no free port: \(String(cString: strerror(errno)))") }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    static func loopback(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
