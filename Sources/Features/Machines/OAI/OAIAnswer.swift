import PortalNetwork
import Publishing
import Syndication
import Vietnamese
import Web

struct RecordHeader {
    let identifier: String
    let datestamp: String
    let set: String?
    var isDeleted: Bool

    func write(to xml: inout XMLWriter) {
        xml.element("header", ["status": isDeleted ? "deleted" : nil]) { xml in
            xml.element("identifier", text: identifier)
            xml.element("datestamp", text: datestamp)
            xml.optional("setSpec", text: set)
        }
    }
}

struct Record {
    let header: RecordHeader
    let description: DublinCore?

    func write(to xml: inout XMLWriter) {
        xml.element("record") { xml in
            header.write(to: &xml)
            if let description { xml.element("metadata") { description.write(to: &$0) } }
        }
    }
}

/// Where a long list goes on; empty text on its last page.
struct ResumptionToken {
    let text: String
    let cursor: Int

    func write(to xml: inout XMLWriter) { xml.element("resumptionToken", ["cursor": String(cursor)], text: text) }
}

/// What is answered to a harvester.
enum Answer {
    case error(OAIError)
    case identity(earliest: Instant, ids: StableIDs)
    case formats
    case sets([(spec: String, name: String, about: String?)])
    case record(Record)
    case identifiers([RecordHeader], ResumptionToken?)
    case records([Record], ResumptionToken?)

    func write(to xml: inout XMLWriter, _ visit: Visit) {
        switch self {
        case .error(let error): xml.element("error", ["code": error.code.rawValue], text: error.message)
        case .identity(let earliest, let ids): Self.identify(earliest, ids, visit, &xml)
        case .formats:
            xml.element("ListMetadataFormats") { xml in
                xml.element("metadataFormat") { xml in
                    xml.element("metadataPrefix", text: OAIRequest.format)
                    xml.element("schema", text: "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
                    xml.element("metadataNamespace", text: "http://www.openarchives.org/OAI/2.0/oai_dc/")
                }
            }
        case .sets(let sets):
            xml.element("ListSets") { xml in
                for set in sets {
                    xml.element("set") { xml in
                        xml.element("setSpec", text: set.spec)
                        xml.element("setName", text: set.name)
                    }
                }
            }
        case .record(let record): xml.element("GetRecord") { record.write(to: &$0) }
        case .identifiers(let headers, let token):
            xml.element("ListIdentifiers") { xml in
                for header in headers { header.write(to: &xml) }
                token?.write(to: &xml)
            }
        case .records(let records, let token):
            xml.element("ListRecords") { xml in
                for record in records { record.write(to: &xml) }
                token?.write(to: &xml)
            }
        }
    }

    private static func identify(_ earliest: Instant, _ ids: StableIDs, _ visit: Visit, _ xml: inout XMLWriter) {
        let site = visit.site
        let chain = [site] + visit.tree.ancestors(of: site.id)
        xml.element("Identify") { xml in
            xml.element("repositoryName", text: site.name)
            xml.element("baseURL", text: visit.url("/oai"))
            xml.element("protocolVersion", text: "2.0")
            // Who is responsible here, or for the portals above; every domain has a postmaster (RFC 2142).
            xml.element("adminEmail", text: chain.lazy.compactMap(\.contact.email).first ?? "postmaster@\(site.hosts.first ?? ids.origin)")
            xml.element("earliestDatestamp", text: OAIDate.text(earliest))
            xml.element("deletedRecord", text: "persistent")
            xml.element("granularity", text: "YYYY-MM-DDThh:mm:ssZ")
        }
    }
}
