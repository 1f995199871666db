import Foundation
import PortalNetwork
import Yams

/// The file of the setting `sign-in-file`: the providers people may sign in through, and under which conditions.
///
/// ```yaml
/// providers:
///   - name: vneid
///     label: VNeID
///     issuer: https://sso.example.gov.vn
///     client-id: cau-noi
///     client-secret-file: /etc/caunoi/vneid.secret
///     sufficient-acr: [urn:example:loa:high]
///     link-by-mail: true
/// ```
enum SignInFile {
    private struct File: Decodable {
        let providers: [Provider]
    }

    private struct Provider: Decodable {
        let name: String
        let label: String
        let issuer: String
        let clientID: String
        let secretFile: String?
        let acr: [String]?
        let amr: [String]?
        let linksByMail: Bool?
        let roots: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case name, label, issuer, roots
            case clientID = "client-id"
            case secretFile = "client-secret-file"
            case acr = "sufficient-acr"
            case amr = "sufficient-amr"
            case linksByMail = "link-by-mail"
        }
    }

    /// None where the setting is not there.
    static func providers(_ settings: Settings) throws -> [SignInProvider] {
        guard let path = settings[.signInFile] else { return [] }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw UsageFault("the file '\(path)' (sign-in-file) cannot be read; check the path and its permissions")
        }
        let file: File
        do { file = try YAMLDecoder().decode(File.self, from: text) } catch {
            throw UsageFault("the file '\(path)' (sign-in-file) is not as docs/operating/sign-in.md describes it: \(Self.short(error))")
        }
        try checkKeys(text, path)
        var names: Set<String> = []
        return try file.providers.map { given in
            func wrong(_ what: String) -> UsageFault { UsageFault("the file '\(path)' (sign-in-file), provider '\(given.name)': \(what)") }
            guard (1...40).contains(given.name.utf8.count),
                given.name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 0x2D })
            else { throw wrong("name must be of a-z, 0-9 and '-'") }
            guard names.insert(given.name).inserted else { throw wrong("this name stands there twice") }
            guard SignInProvider.isIssuer(given.issuer) else { throw wrong("issuer must be an https: address, as the provider writes it itself") }
            guard !given.clientID.isEmpty, !given.label.isEmpty else { throw wrong("client-id and label must not be empty") }
            let secret = try given.secretFile.map { file in
                guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { throw wrong("the file '\(file)' cannot be read") }
                return text.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            return SignInProvider(
                name: given.name,
                label: given.label,
                issuer: given.issuer,
                clientID: given.clientID,
                secret: secret,
                sufficientACR: Set(given.acr ?? []),
                sufficientAMR: Set(given.amr ?? []),
                linksByMail: given.linksByMail ?? false,
                roots: given.roots
            )
        }
    }

    /// A key that is spelt wrong must not be passed over in silence: it may be the one that asks for more.
    private static func checkKeys(_ text: String, _ path: String) throws {
        let known = Set(Provider.CodingKeys.allCases.map(\.rawValue))
        for provider in try Yams.compose(yaml: text)?["providers"]?.sequence.map(Array.init) ?? [] {
            for (key, _) in provider.mapping.map(Array.init) ?? [] where !known.contains(key.string ?? "") {
                throw UsageFault(
                    "the file '\(path)' (sign-in-file): unknown key '\(key.string ?? "")'; known: \(known.sorted().joined(separator: ", "))"
                )
            }
        }
    }

    private static func short(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
        case DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty:
            context.codingPath.map(\.stringValue).joined(separator: ".") + " is not what it should be"
        default: "it is not valid YAML"
        }
    }
}
