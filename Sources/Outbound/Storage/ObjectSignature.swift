import Crypto
import Glibc

/// AWS Signature Version 4 in header fields, as S3-compatible storage asks for it ("Authenticating Requests: Using the Authorization Header").
struct ObjectSignature {
    let accessKey: String
    let secret: String
    let region: String

    /// What is sent; names of fields in lower case, values without spaces around them.
    struct Asked {
        var method: String
        /// Percent-encoded.
        var path: String
        /// Names and values, not encoded yet.
        var query: [(String, String)] = []
        var fields: [String: String]
        /// SHA-256 of the body, 64 lower-case hexadecimal digits.
        var bodyHash: String
    }

    /// The fields to add: who asks, when, and the hash of the body.
    /// - Parameter now: seconds since 1970.
    func fields(for asked: Asked, now: Int64) -> [String: String] {
        let moment = Self.text(now)
        let day = String(moment.prefix(8))
        var fields = asked.fields
        fields["x-amz-date"] = moment
        fields["x-amz-content-sha256"] = asked.bodyHash
        let names = fields.keys.sorted()
        let canonical = [
            asked.method, asked.path, Self.query(asked.query),
            names.map { "\($0):\(fields[$0] ?? "")\n" }.joined(),
            names.joined(separator: ";"), asked.bodyHash,
        ].joined(separator: "\n")
        let scope = "\(day)/\(region)/s3/aws4_request"
        let toSign = "AWS4-HMAC-SHA256\n\(moment)\n\(scope)\n\(Self.hex(SHA256.hash(data: Array(canonical.utf8))))"
        var key = Array("AWS4\(secret)".utf8)
        for part in [day, region, "s3", "aws4_request"] { key = Self.mac(key, part) }
        let signature = Self.hex(Self.mac(key, toSign))
        return [
            "x-amz-date": moment, "x-amz-content-sha256": asked.bodyHash,
            "authorization": "AWS4-HMAC-SHA256 Credential=\(accessKey)/\(scope),SignedHeaders=\(names.joined(separator: ";")),Signature=\(signature)",
        ]
    }

    /// In the order and the spelling that are signed, which is the one that is sent.
    static func query(_ items: [(String, String)]) -> String {
        items.map { (encoded($0.0), encoded($0.1)) }.sorted { $0 < $1 }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    }

    /// RFC 3986: everything but unreserved characters.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.append(Character(UnicodeScalar(byte)))
            default: result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }

    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func mac(_ key: [UInt8], _ text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: key)))
    }

    /// `20130524T000000Z`.
    static func text(_ now: Int64) -> String {
        var (seconds, parts) = (time_t(now), tm())
        gmtime_r(&seconds, &parts)
        func padded(_ number: Int32, _ width: Int = 2) -> String {
            let text = "\(number)"
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return padded(parts.tm_year + 1900, 4) + padded(parts.tm_mon + 1) + padded(parts.tm_mday) + "T" + padded(parts.tm_hour) + padded(parts.tm_min)
            + padded(parts.tm_sec) + "Z"
    }
}
