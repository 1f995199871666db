import PortalNetwork
import Publishing
import Syndication
import Vietnamese
import Web

/// An item as a library describes it (oai_dc: the fifteen elements of Dublin Core).
struct DublinCore {
    private let title: String
    private let creators: [String]
    private let subjects: [String]
    private let summary: String?
    private let publisher: String
    private let date: String
    private let identifiers: [String]
    private let source: String?
    private let language: String

    init(_ item: RevealedItem, url: String, ids: StableIDs, visit: Visit, _ sections: SectionIndex) {
        let outline = item.details.outline
        title = item.card.content.title
        creators = outline.authors
        subjects = (item.card.section.map { sections.path(to: $0).map(\.name) } ?? []) + outline.tags
        summary = item.card.content.summary
        publisher = visit.site.name
        date = OAIDate.text(item.publishedAt)
        identifiers = [url, ids.item(item.id)]
        source = [outline.source, outline.sourceAddress].compactMap { $0 }.joined(separator: ", ")
        language = item.card.language.rawValue
    }

    func write(to xml: inout XMLWriter) {
        xml.element(
            "oai_dc:dc",
            [
                "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation": "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
            ]
        ) { xml in
            xml.element("dc:title", text: title)
            for creator in creators { xml.element("dc:creator", text: creator) }
            for subject in subjects { xml.optional("dc:subject", text: subject) }
            xml.optional("dc:description", text: summary)
            xml.element("dc:publisher", text: publisher)
            xml.element("dc:date", text: date)
            xml.element("dc:type", text: "Text")
            xml.element("dc:format", text: "text/html")
            for identifier in identifiers { xml.element("dc:identifier", text: identifier) }
            xml.optional("dc:source", text: source)
            xml.element("dc:language", text: language)
        }
    }
}
