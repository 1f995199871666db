import Glibc
import NIOPosix

/// Finds the addresses of a name.
public protocol NameResolver: Sendable {
    func addresses(of name: String) async throws -> [IPAddress]
}

/// The machine's own way (`getaddrinfo`), on threads of its own because it blocks.
public struct SystemResolver: NameResolver {
    /// More than these can wait at once without harm to anything else of the program.
    private static let threads: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 8)
        pool.start()
        return pool
    }()

    public init() {}

    public func addresses(of name: String) async throws -> [IPAddress] {
        // With its final dot first, so that a name in the DNS is never one below a search domain of the machine; without it for what the hosts file alone knows.
        try await Self.threads.runIfActive { do { return try Self.resolve(name + ".") } catch { return try Self.resolve(name) } }
    }

    private static func resolve(_ name: String) throws -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &first) == 0 else { throw FetchFault.unknownHost }
        defer { freeaddrinfo(first) }
        var found: [IPAddress] = []
        var entry = first
        while let info = entry?.pointee {
            if let address = address(info), !found.contains(address) { found.append(address) }
            entry = info.ai_next
        }
        return found
    }

    private static func address(_ info: addrinfo) -> IPAddress? {
        guard let raw = UnsafeRawPointer(info.ai_addr) else { return nil }
        // Read as bytes (sockaddr_in: address at 4; sockaddr_in6: at 8): which module the fields' names come from differs between builds.
        let bytes = UnsafeRawBufferPointer(start: raw, count: Int(info.ai_addrlen))
        switch info.ai_family {
        case AF_INET where bytes.count >= 8: return IPAddress(bytes: Array(bytes[4..<8]))
        case AF_INET6 where bytes.count >= 24: return IPAddress(bytes: Array(bytes[8..<24]))
        default: return nil
        }
    }
}
