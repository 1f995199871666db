/// How addresses stand in ct-1, so that a move or a new domain breaks no commitment.
struct CanonicalAddress: Sendable {
    /// Whether a host (lower case) belongs to this installation, the files' host included.
    var isOwnHost: @Sendable (String) -> Bool
    /// The host of a page whose links a browser wrote out in full: its addresses stand as paths again.
    var savedFrom: String?

    /// `@<item id>` for an item of this installation, `/files/<commitment>` for a file, else the address as written.
    func link(_ address: String) -> String {
        let written = Self.written(address)
        if let path = ownPath(written) {
            if let commitment = FileAddress.commitment(inPathOf: path) { return "/files/\(commitment)" }
            if let id = ItemAddress.id(inPathOf: path) { return "@\(id)" }
            if let savedFrom, WebAddress(written)?.host == savedFrom { return path }
        }
        return written
    }

    /// The commitment of a file of this installation, else the address as `link` gives it.
    func media(_ address: String) -> String {
        if let path = ownPath(Self.written(address)), let commitment = FileAddress.commitment(inPathOf: path) { return commitment }
        return link(address)
    }

    private func ownPath(_ address: String) -> String? {
        if let path = WebAddress.sitePath(address) { return path }
        guard let web = WebAddress(address), let host = web.host, isOwnHost(host) else { return nil }
        return web.path
    }

    /// As it stands in the page, without what a browser ignores.
    private static func written(_ address: String) -> String { String(decoding: AddressReading.cleaned(address), as: UTF8.self) }
}
