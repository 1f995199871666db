import Foundation
import Redaction
import Testing
import Vietnamese

/// What becomes of proposals that were accepted.
@Suite("Public editions")
struct EditionTests {
    let redactor = Redactor()

    @Test("one person has one set of letters, in title and text, however they are named")
    func letters() {
        let letter = Letter(
            title: "Kiến nghị của ông Nguyễn Văn An",
            text: "Tôi là NGUYỄN VĂN AN. Ông An và bà Ngô Vân Anh, ông Ân Văn Đỗ ở cạnh nhau. nguyen van an ký tên."
        )
        let proposals = redactor.proposals(in: letter)
        let edition = redactor.apply(proposals, to: letter)
        #expect(edition.fields[0].text == "Kiến nghị của ông N.V.A")
        #expect(edition.fields[1].text.hasPrefix("Tôi là N.V.A. Ông N.V.A và bà N.V.A (2), ông "))
        #expect(edition.fields[1].text.hasSuffix("N.V.A ký tên."))
        #expect(Set(proposals.filter { $0.replacement == "N.V.A" }.map(\.person)).count == 1)
    }

    @Test("letters lose their tone and keep their shape", arguments: [("Đỗ Ánh Ngọc", "Đ.A.N"), ("Lê Ân Ơn", "L.Â.Ơ"), ("Hồ Ích Ý", "H.I.Y")])
    func initials(_ name: String, _ letters: String) {
        #expect(redactor.proposals(in: "Tôi tên là \(name).").first?.replacement == letters)
    }

    @Test(
        "placeholders in the language of the edition",
        arguments: [(EditionLanguage.vi, "[số điện thoại]"), (.en, "[phone number]"), (.zh, "[电话号码]")]
    )
    func placeholders(_ language: EditionLanguage, _ text: String) {
        let proposals = redactor.proposals(in: "gọi 0912345678", language: language)
        #expect(redactor.apply(proposals, to: "gọi 0912345678") == "gọi \(text)")
    }

    @Test("every kind of placeholder is there in every language")
    func allPlaceholders() {
        for language in EditionLanguage.allCases {
            for example in DetectionTests.numbers + DetectionTests.names {
                for proposal in redactor.proposals(in: example.text, language: language) {
                    #expect(!proposal.replacement.isEmpty && proposal.replacement != "[…]", "\(proposal.kind)")
                }
            }
        }
    }

    @Test("places are scalars of NFC and UTF-16, also beyond the basic plane")
    func places() throws {
        let text = "😀 Ông Nguyễn Văn Ân\u{323} gọi 0912345678".decomposedForTest
        let proposals = redactor.proposals(in: text)
        let composed = nfc(text)
        for proposal in proposals {
            #expect(String(String.UnicodeScalarView(Array(composed.unicodeScalars)[proposal.range])) == proposal.quote)
            #expect(String(decoding: Array(composed.utf16)[proposal.utf16], as: UTF16.self) == proposal.quote)
        }
        #expect(proposals.count == 2)
    }

    @Test("a proposal for another text changes nothing")
    func foreign() {
        let proposals = redactor.proposals(in: "gọi 0912345678")
        #expect(redactor.apply(proposals, to: "Xin chào quý cơ quan") == "Xin chào quý cơ quan")
        #expect(redactor.apply(proposals, to: "") == "")
    }

    @Test("what was applied has no leak, and is not proposed again")
    func round() {
        var maker = SecretMaker(random: Lot(seed: 5))
        for template in TunedTemplates.all {
            let filled = LabelledLetter(template, .plain, &maker)
            let letter = Letter(title: "", text: filled.text)
            let proposals = redactor.proposals(in: letter)
            let edition = redactor.apply(proposals, to: letter)
            let leaks = redactor.leaks(of: proposals, in: edition)
            #expect(leaks.isEmpty, "\(leaks.map(\.quote)) in \(edition.fields[1].text)")
        }
    }
}

extension String {
    /// NFD, as some keyboards and files have it.
    fileprivate var decomposedForTest: String { self.decomposedStringWithCanonicalMapping }
}
