import Foundation
import Testing
import Vietnamese

@testable import Triage

@Suite("The classifier")
struct ClassifierTests {
    static let clear: [(text: String, field: FieldCode)] = [
        ("Tôi muốn làm sổ đỏ cho mảnh đất bố mẹ để lại", "land"), ("Đăng ký khai sinh cho con ngoài giá thú", "civil-status"),
        ("Đổi giấy phép lái xe hạng B1 sang B2", "traffic"), ("Rút BHXH một lần", "social-insurance"),
        ("Xin cấp hộ chiếu phổ thông lần đầu", "immigration"),
        ("Lợn nhà tôi chết hàng loạt nghi dịch tả", "livestock"), ("Quyết toán thuế TNCN", "tax"), ("Khám tuyển nghĩa vụ quân sự năm nay", "defence"),
        ("Trường thu tiền học thêm của học sinh", "education"), ("Khai thác cát trái phép trên sông", "resources"),
    ]

    @Test("clear texts, with and without marks", arguments: clear)
    func clearTexts(_ one: (text: String, field: FieldCode)) {
        let guess = FieldClassifier.house.guess(title: "", text: one.text)
        #expect(guess.first?.field == one.field, "\(guess)")
        #expect(FieldClassifier.house.guess(title: "", text: fold(one.text)).first?.field == one.field)
        #expect(guess.first?.words.isEmpty == false)
        let words = guess.first?.words ?? []
        #expect(words.allSatisfy { one.text.contains($0) }, "\(words)")
    }

    @Test func probabilitiesAddUp() {
        let all = FieldClassifier.house.guess(title: "Cấp giấy phép xây dựng", text: "nhà ở riêng lẻ", limit: .max)
        #expect(all.count == Field.all.count)
        #expect(abs(all.reduce(0) { $0 + $1.probability } - 1) < 1e-6)
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.probability >= $1.probability })
    }

    @Test("what says too little gets no guess", arguments: ["", "   ", "12345 67890", "😀😀😀", "Hello, where is the office?", "?", "请问在哪里办理"])
    func nothing(_ text: String) {
        #expect(FieldClassifier.house.guess(title: "", text: text).isEmpty)
    }

    @Test("features are what they were when the weights were trained")
    func goldenVectors() {
        func buckets(_ title: String, _ text: String) -> [UInt32] { FieldFeatures(title: title, text: text).features.map(\.bucket) }
        #expect(buckets("", "sổ đỏ") == Self.golden["sổ đỏ"])
        #expect(buckets("Cấp GPLX", "") == Self.golden["Cấp GPLX"])
        #expect(buckets("", "Kỹ sư, hòa giải 12") == Self.golden["Kỹ sư, hòa giải 12"])
        #expect(buckets("", "KI SU HOÀ GIẢI") == Self.golden["Kỹ sư, hòa giải 12"])
        #expect(buckets("", "so\u{309} do\u{309}").count == 3)
    }

    /// Computed apart from the program, by the definition in docs/triage.md.
    static let golden: [String: [UInt32]] = [
        "sổ đỏ": [19906, 107_457, 130_754],
        "Cấp GPLX": [28930, 102_081, 104_325, 191_955, 237_525, 237_551, 247_327, 257_836, 258_622],
        "Kỹ sư, hòa giải 12": [85450, 125_871, 141_251, 195_856, 206_638, 214_670, 218_063],
    ]

    @Test func valuesHaveLengthOne() {
        let features = FieldFeatures(title: "Đất đai", text: "đất đất đất ở nông thôn").features
        #expect(abs(features.reduce(0) { $0 + $1.value * $1.value } - 1) < 1e-5)
        #expect(zip(features, features.dropFirst()).allSatisfy { $0.bucket < $1.bucket })
        #expect(FieldFeatures(title: "", text: "").features.isEmpty)
    }

    @Test("weights are small, of this taxonomy, and written as they were read")
    func weights() throws {
        let file = try Data(contentsOf: SharedData.root.appending(path: "Sources/Triage/Static/fields.bin"))
        #expect(file.count < 256 * 1024)
        let model = try FieldModel([UInt8](file))
        #expect(model.fields == Field.all.map(\.code))
        #expect(model.bytes == [UInt8](file))
    }

    @Test("a damaged file is refused and leads nowhere")
    func damage() throws {
        let rows: [(bucket: UInt32, weights: [(field: UInt8, weight: Int8)])] = [(0, [(0, -5)]), (300, [(0, 127), (1, -127)]), (262_143, [(1, 1)])]
        let model = FieldModel(fields: ["land", "tax"], scale: 0.5, biases: [1, -1], weights: rows)
        let bytes = model.bytes
        let again = try FieldModel(bytes)
        #expect(
            again.weight(300, of: 1) == -63.5 && again.weight(0, of: 0) == -2.5 && again.weight(262_143, of: 1) == 0.5 && again.weight(1, of: 0) == 0
        )
        for length in 0..<bytes.count { #expect(throws: FieldModel.Unreadable.self) { try FieldModel(Array(bytes[..<length])) } }
        #expect(throws: FieldModel.Unreadable.self) { try FieldModel(bytes + [0]) }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var broken = bytes
            broken[Int.random(in: 0..<broken.count, using: &random)] = .random(in: 0...255, using: &random)
            if let model = try? FieldModel(broken) { _ = model.scores(buckets: [0, 300, 262_143], values: [1, 1, 1]) }
        }
    }
}
