public import Publishing
public import RichText
import Store
public import Vietnamese

/// A question or petition and the answer to it, as the public reads them (*hỏi đáp*). It is made from a case, or written by a house that is often asked the same.
public struct AnsweredQuestion: ContentKind {
    public static let name: KindName = "question"
    public static let title = "Hỏi đáp"
    public static let segment: String? = "hoi-dap"

    public var title: String
    public var question: RichText
    /// How the public edition calls who asked: "Ông N.V.A, phường Hà Tu".
    public var asker: String?
    public var answer: RichText
    /// Who answers.
    public var agency: String?
    /// Number of the official letter, and who signed it.
    public var letter: String?
    public var signer: String?
    /// What the answer rests on, a law or letter each.
    public var basis: [String]
    /// What the lines of it name, as it stood on the day of the answer: written down when the public edition was made. Lines that name nothing known are not in it.
    public var texts: [CitedText]?
    /// What readers are warned of: that the answer may be outdated, and why.
    public var caution: String?
    /// The field of administration, in words.
    public var field: String?
    /// The page on which it is listed: `hoi-dap`, `phan-anh-kien-nghi`.
    public var page: String?
    public var askedOn: CivilDate?
    public var answeredOn: CivilDate?

    public init(
        title: String,
        question: RichText,
        asker: String? = nil,
        answer: RichText,
        agency: String? = nil,
        letter: String? = nil,
        signer: String? = nil,
        basis: [String] = [],
        texts: [CitedText]? = nil,
        caution: String? = nil,
        field: String? = nil,
        page: String? = nil,
        askedOn: CivilDate? = nil,
        answeredOn: CivilDate? = nil
    ) {
        self.title = title
        self.question = question
        self.asker = asker
        self.answer = answer
        self.agency = agency
        self.letter = letter
        self.signer = signer
        self.basis = basis
        self.texts = texts
        self.caution = caution
        self.field = field
        self.page = page
        self.askedOn = askedOn
        self.answeredOn = answeredOn
    }

    public static func blank(titled title: String) -> AnsweredQuestion { AnsweredQuestion(title: title, question: RichText(), answer: RichText()) }

    public static let fields = Fields<AnsweredQuestion> {
        Field("title", \.title, "Tiêu đề", .required, .atMost(300), .searchable(.title))
        Field("asker", \.asker, "Người hỏi (đã giấu danh tính nếu cần)", .atMost(200))
        Field("question", \.question, "Câu hỏi", .required, .searchable(.body))
        Field("answer", \.answer, "Trả lời", .required, .searchable(.body))
        Field("agency", \.agency, "Cơ quan trả lời", .atMost(300), .facet)
        Field("letter", \.letter, "Số văn bản trả lời", .atMost(120))
        Field("signer", \.signer, "Người ký", .atMost(120))
        Field("basis", \.basis, "Căn cứ pháp lý")
        Field("caution", \.caution, "Cảnh báo câu trả lời có thể đã lỗi thời", .atMost(600))
        Field("field", \.field, "Lĩnh vực", .atMost(120), .facet)
        Field("askedOn", \.askedOn, "Ngày hỏi")
        Field("answeredOn", \.answeredOn, "Ngày trả lời")
    }

    public func review() -> [ReviewFinding] {
        var findings: [ReviewFinding] = []
        if basis.count > 50 { findings.append(ReviewFinding(field: "basis", key: "too-many", values: ["label": "Căn cứ pháp lý", "maximum": "50"])) }
        if let askedOn, let answeredOn, answeredOn < askedOn {
            findings.append(ReviewFinding(field: "answeredOn", key: "answered-before-asked", values: ["label": "Ngày trả lời"]))
        }
        return findings
    }

    public var card: CardContent {
        CardContent(title: title, summary: PlainText.excerpt(of: answer.isBlank ? question : answer, words: 40), kicker: mark)
    }

    public var publicBlocks: [Block] {
        var blocks: [Block] = [.heading(Heading(level: 2, text: [.text(title)]))]
        if let warning { blocks.append(.paragraph([.text(warning)])) }
        blocks += [asker, askedText].compactMap(\.self).map { .paragraph([.text($0)]) } + question.blocks
        blocks += [agency, answeredText].compactMap(\.self).map { .paragraph([.text($0)]) } + answer.blocks
        blocks += grounds
        if let signature { blocks.append(.paragraph([.text(signature)])) }
        return blocks
    }

    var askedText: String? { askedOn?.text(.numeric) }
    var answeredText: String? { answeredOn?.text(.numeric) }

    /// Number and signer of the letter on one line.
    var signature: String? {
        let parts = [letter, signer].compactMap(\.self).filter { !$0.isBlank }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    public var lists: [ListEntry] {
        let tag = field.map { ListEntry(.tag(slug($0)), name: $0) }.flatMap { $0.key == .tag("") ? nil : $0 }
        return [ListEntry(Self.list(listedOn))] + (tag.map { [$0] } ?? [])
    }

    /// The page it stands below: one of the portal's own, whatever a file that was imported says.
    var listedOn: String { page.flatMap { CasePages.pages.contains($0) ? $0 : nil } ?? CasePages.pages[0] }

    /// The answered ones of a page of the portal.
    static func list(_ page: String) -> ListKey { .role("answered-" + page) }

    public var assets: [String] { question.assets + answer.assets }
    public var links: [LinkDraft] {
        (question.linkedItems + answer.linkedItems).compactMap { ItemID($0) }.map { LinkDraft(.cites, $0) }
    }
}
