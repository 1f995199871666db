import Foundation
import Outbound
import Vietnamese

extension Settings {
    /// Where short messages go; nil where the operator named nothing.
    func shortMessages() throws -> (any ShortMessageDoor)? {
        if let line = self[.smsCommand] {
            guard self[.smsURL] == nil else { throw UsageFault("sms-command and sms-url are both set; give one of them") }
            return ShortMessageCommand(line)
        }
        guard let text = self[.smsURL] else { return nil }
        let caller = try EndpointCaller(agent: "CauNoi/\(Version.number)")
        guard let address = try? ForeignAddress(text), let door = ShortMessageEndpoint(address, token: try smsToken(), caller: caller) else {
            throw UsageFault("sms-url is no address that may be used; give https://sms.tinh.gov.vn/send (http: only on this machine)")
        }
        return door
    }

    private func smsToken() throws -> String? {
        guard let path = self[.smsTokenFile] else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw UsageFault("sms-token-file: the file cannot be read; check the path and its permissions")
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
