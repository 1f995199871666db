import PortalNetwork
import Publishing
import Syndication
import Vietnamese
import Web

/// The portal as a repository of the Open Archives protocol (OAI-PMH 2.0): everything it ever published as Dublin Core, by the moment of its last change,
/// with what was taken back as deleted records for ever. Its sets are the sections.
struct Harvest: Sendable {
    /// Records in one answer.
    static let size = 100

    let reader: Reader
    let addresses: Addresses
    let ids: StableIDs
    let sections: @Sendable () -> SectionIndex

    /// The answer to a query or form.
    func answer(to query: String, for visit: Visit) async throws -> [UInt8] {
        var xml = XMLWriter()
        var given: OAIRequest.Given?
        let answer: Answer
        do {
            guard query.utf8.count <= OAIRequest.longest else { throw OAIError(.badArgument, "too long") }
            let arguments = try OAIRequest.arguments(of: query)
            let request = try OAIRequest(arguments)
            given = arguments
            answer = try await self.answer(to: request, visit)
        } catch let error as OAIError {
            if error.code == .badVerb || error.code == .badArgument { given = nil }
            answer = .error(error)
        }
        xml.element(
            "OAI-PMH",
            [
                "xmlns": "http://www.openarchives.org/OAI/2.0/", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation": "http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd",
            ]
        ) { xml in
            xml.element("responseDate", text: OAIDate.text(visit.now))
            xml.element(
                "request",
                [
                    "verb": given?["verb"], "identifier": given?["identifier"], "metadataPrefix": given?["metadataPrefix"], "set": given?["set"],
                    "from": given?["from"], "until": given?["until"], "resumptionToken": given?["resumptionToken"],
                ],
                text: visit.url("/oai")
            )
            answer.write(to: &xml, visit)
        }
        return xml.bytes
    }

    private func answer(to request: OAIRequest, _ visit: Visit) async throws -> Answer {
        switch request {
        case .identify: return .identity(earliest: try await reader.firstChange() ?? visit.site.createdAt, ids: ids)
        case .listMetadataFormats(let identifier):
            if let identifier { _ = try await change(identifier, visit) }
            return .formats
        case .listSets:
            let index = sections()
            let sets = index.all(on: visit.site.id).map { (spec: Self.spec(of: $0.id, index), name: $0.name, about: $0.summary) }
            guard !sets.isEmpty else { throw OAIError(.noSetHierarchy, "this portal has no sections") }
            return .sets(sets)
        case .getRecord(let identifier): return .record(try await records(of: [try await change(identifier, visit)], visit)[0])
        case .listIdentifiers(let range):
            let (changes, token) = try await changes(range, visit)
            return .identifiers(changes.map { header($0) }, token)
        case .listRecords(let range):
            let (changes, token) = try await changes(range, visit)
            return .records(try await records(of: changes, visit), token)
        }
    }

    private func change(_ identifier: String, _ visit: Visit) async throws -> ItemChange {
        guard let id = ids.item(ofRecord: identifier), let change = try await reader.change(of: id, on: visit.site.id) else {
            throw OAIError(.idDoesNotExist, "there is no such record")
        }
        return change
    }

    private func changes(_ range: OAIRange, _ visit: Visit) async throws -> ([ItemChange], ResumptionToken?) {
        var wanted: [SectionID]?
        if let set = range.set {
            let index = sections()
            let code = set.split(separator: ":").last.map(String.init) ?? ""
            guard let section = index.section(code, on: visit.site.id), Self.spec(of: section.id, index) == set else {
                throw OAIError(.noRecordsMatch, "there is no such set")
            }
            wanted = Self.below(section.id, index)
        }
        let found = try await reader.changes(
            on: visit.site.id,
            in: wanted,
            after: range.after,
            from: range.from,
            until: range.until,
            limit: Self.size + 1
        )
        guard !found.isEmpty || range.done > 0 else { throw OAIError(.noRecordsMatch, "nothing changed in that time") }
        let page = Array(found.prefix(Self.size))
        guard found.count > Self.size, let last = page.last else {
            return (page, range.done > 0 ? ResumptionToken(text: "", cursor: range.done) : nil)
        }
        var next = range
        next.after = last.sequence
        next.done += page.count
        return (page, ResumptionToken(text: next.token, cursor: range.done))
    }

    private func header(_ change: ItemChange) -> RecordHeader {
        RecordHeader(
            identifier: ids.record(change.item),
            datestamp: OAIDate.text(change.at),
            set: change.section.map { Self.spec(of: $0, sections()) },
            isDeleted: change.isGone
        )
    }

    private func records(of changes: [ItemChange], _ visit: Visit) async throws -> [Record] {
        let live = changes.filter { !$0.isGone }.map(\.item)
        var described: [ItemID: DublinCore] = [:]
        // A few whole texts at a time.
        for start in stride(from: 0, to: live.count, by: 10) {
            for item in try await reader.editions(Array(live[start..<min(start + 10, live.count)])) {
                described[item.id] = DublinCore(item, url: visit.url(addresses.path(of: item.card)), ids: ids, visit: visit, sections())
            }
        }
        return changes.map { change in
            var header = header(change)
            let description = described[change.item]
            // Taken back between the two questions.
            if description == nil { header.isDeleted = true }
            return Record(header: header, description: description)
        }
    }

    /// The codes from the top section down.
    private static func spec(of section: SectionID, _ index: SectionIndex) -> String { index.path(to: section).map(\.code).joined(separator: ":") }

    private static func below(_ section: SectionID, _ index: SectionIndex) -> [SectionID] {
        var found = [section]
        var next = 0
        while next < found.count, found.count < 2000 {
            found += index.children(of: found[next]).map(\.id).filter { !found.contains($0) }
            next += 1
        }
        return found
    }
}
