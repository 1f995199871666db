internal import CLibpq
import Store

/// Where a PostgreSQL database is and how it is used. Its description never shows a password.
public struct PostgresAddress: Sendable, CustomStringConvertible {
    /// Connections at most; each is opened when it is first needed.
    public var connections = 8
    /// Seconds a statement may take before the server ends it; 0 for no limit. Migrations have none.
    public var statementTimeout = 30
    /// Seconds to wait for a connection to one host.
    public var connectTimeout = 5
    /// A server that follows another one and is only read: whatever it is in the way of is asked elsewhere, so nothing is waited for and nothing tried again.
    public var isReplica = false
    /// Tables live in this schema: `a-z 0-9 _`. Nil for the server's search path.
    public let schema: String?

    /// libpq's keywords and values. The password is among them and nowhere else.
    let parameters: [(String, String)]

    /// `url`: `postgres://user@host:port/name`, with libpq's parameters (`?sslmode=verify-full`, `?host=/run/postgresql` for a unix
    /// socket, `?passfile=…`, several hosts). A password comes from `password`, the URL, `PGPASSWORD` or a password file.
    /// Throws `StoreFault.unreachable` when it cannot be read.
    public init(_ url: String, password: String? = nil, schema: String? = nil) throws {
        // libpq's own message would repeat the URL, and with it the password.
        let unreadable = StoreFault.unreachable("the database's URL cannot be read; it looks like postgres://user@host:5432/name?sslmode=require")
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://"), !url.utf8.contains(0), password?.utf8.contains(0) != true else {
            throw unreadable
        }
        if let schema {
            let allowed = schema.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
            guard allowed, (1...63).contains(schema.utf8.count) else {
                throw StoreFault.unreachable("'\(schema)' cannot name a schema: a-z, 0-9 and _, at most 63")
            }
        }
        guard let options = PQconninfoParse(url, nil) else { throw unreadable }
        defer { PQconninfoFree(options) }
        var parameters: [(String, String)] = []
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parameters.append((String(cString: keyword), String(cString: value))) }
            option += 1
        }
        if let password {
            parameters.removeAll { $0.0 == "password" }
            parameters.append(("password", password))
        }
        self.parameters = parameters
        self.schema = schema
    }

    public var description: String {
        func part(_ keyword: String) -> String? { parameters.first { $0.0 == keyword }?.1 }
        let place = part("host") ?? part("hostaddr") ?? "localhost"
        let port = part("port").map { ":\($0)" } ?? ""
        return "postgres://\(part("user").map { "\($0)@" } ?? "")\(place)\(port)/\(part("dbname") ?? "")\(schema.map { " (schema \($0))" } ?? "")"
    }

    /// What libpq is given: the URL's parameters, and ours where the URL says nothing.
    var connectionParameters: [(String, String)] {
        let ours = [
            ("client_encoding", "UTF8"), ("fallback_application_name", "caunoi"), ("connect_timeout", String(connectTimeout)),
            // After a failover the old primary, or a replica, is not taken for the database.
            ("target_session_attrs", isReplica ? "prefer-standby" : "read-write"),
            // A peer that vanished without a word is noticed within a minute; a replica, which nobody needs, within seconds.
            ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"), ("tcp_user_timeout", isReplica ? "5000" : "60000"),
        ]
        return parameters.filter { $0.0 != "client_encoding" }
            + ours.filter { mine in mine.0 == "client_encoding" || !parameters.contains { $0.0 == mine.0 } }
    }

    /// For PostgreSQL's own programs: libpq's keywords and values as one text, without the password, which is no matter for a list of processes.
    public var toolConnection: String {
        parameters.filter { $0.0 != "password" }.map { keyword, value in
            "\(keyword)='\(value.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
        }.joined(separator: " ")
    }

    /// The password, for their environment (`PGPASSWORD`); nil where the address has none.
    public var toolPassword: String? { parameters.first { $0.0 == "password" }?.1 }
}
