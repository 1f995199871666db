public import PortalNetwork

/// The acts of one import, one for each portal it really writes to, opened when the first thing is written: an import of nothing leaves no act.
public actor ActBook {
    private let publishing: Publisher
    private let reason: String
    private let by: Publisher.By
    private let second: Publisher.By
    private var acts: [SiteID: Act] = [:]

    public init(_ publishing: Publisher, reason: String, by: Publisher.By, confirmedBy second: Publisher.By) {
        self.publishing = publishing
        self.reason = reason
        self.by = by
        self.second = second
    }

    public func act(for site: SiteID) async throws -> Act {
        if let act = acts[site] { return act }
        let act = try await publishing.openAct("import", on: site, reason: reason, by: by, confirmedBy: second)
        acts[site] = act
        return act
    }
}
