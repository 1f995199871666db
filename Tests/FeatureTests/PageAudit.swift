import Foundation
import HTTPTypes
import Testing
import Web

/// What must hold of every page of a portal, whatever it shows.
enum PageAudit {
    static func check(_ answer: Browser.Answer, status: Int = 200, language: String = "vi", _ name: String) {
        #expect(answer.status == status, "\(name)")
        let html = answer.body
        let findings = RegionAudit.findings(in: html)
        #expect(findings.isEmpty, "\(name): \(findings)")
        #expect(html.hasPrefix("<!DOCTYPE html>"), "\(name)")
        #expect(html.contains("<html lang=\"\(language)\""), "\(name)")
        let levels = headings(html)
        #expect(levels.count { $0 == 1 } == 1, "\(name): one h1, not \(levels)")
        #expect(levels.first == 1, "\(name): \(levels)")
        for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1, "\(name): a level is skipped in \(levels)") }
        let ids = values(of: "id", in: html)
        #expect(Set(ids).count == ids.count, "\(name): an id twice")
        for reference in values(of: "aria-labelledby", in: html) { #expect(ids.contains(reference), "\(name): no '\(reference)'") }
        for image in tags("img", in: html) { #expect(image.contains(" alt=\""), "\(name): \(image)") }
        #expect(html.components(separatedBy: "<main").count == 2, "\(name): one main")
        #expect(answer.headers[.contentSecurityPolicy]?.contains("unsafe-") == false, "\(name)")
        #expect(answer.headers[.setCookie] == nil, "\(name)")
        #expect(!html.contains("{{"), "\(name): a hole of a template is left")
    }

    static func headings(_ html: String) -> [Int] {
        html.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
    }

    /// The values of an attribute, in order.
    static func values(of attribute: String, in html: String) -> [String] {
        html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    static func tags(_ name: String, in html: String) -> [String] {
        html.components(separatedBy: "<\(name) ").dropFirst().map { " " + String($0.prefix { $0 != ">" }) }
    }
}
