import Testing
import Vietnamese

@Suite struct NumberTextTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567"), (-253_000, "-253.000"), (Int.min, "-9.223.372.036.854.775.808"),
    ])
    func whole(_ number: Int, _ text: String) { #expect(numberText(number) == text) }

    @Test(arguments: [(123_456_789, 2, "1.234.567,89"), (5, 2, "0,05"), (-5, 1, "-0,5"), (100, 2, "1,00")])
    func decimals(_ significand: Int, _ scale: Int, _ text: String) throws {
        #expect(numberText(try #require(ExactNumber(significand: Int64(significand), scale: scale))) == text)
    }

    @Test func sums() {
        #expect(percentText(0.125) == "12,5%")
        #expect(percentText(1) == "100%")
        #expect(percentText(.nan) == nil)
        #expect(moneyText(253_000) == "253.000 đồng")
        #expect(roundMoneyText(1_200_000_000) == "1,2 tỷ đồng")
        #expect(roundMoneyText(35_000_000) == "35 triệu đồng")
        #expect(roundMoneyText(-999_000) == "-999.000 đồng")
        #expect(ExactNumber(rounding: 0.125, scale: 2)?.significand == 13)
        #expect(ExactNumber(rounding: 1e300, scale: 2) == nil)
        #expect(ExactNumber(significand: 1, scale: 19) == nil)
    }
}

@Suite struct NumberWordsTests {
    @Test(arguments: [
        (0, "không"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"), (15, "mười lăm"), (20, "hai mươi"),
        (21, "hai mươi mốt"), (24, "hai mươi tư"),
        (25, "hai mươi lăm"), (55, "năm mươi lăm"), (100, "một trăm"), (101, "một trăm linh một"), (105, "một trăm linh năm"), (110, "một trăm mười"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"), (2026, "hai nghìn không trăm hai mươi sáu"), (253_000, "hai trăm năm mươi ba nghìn"),
        (1_000_005, "một triệu không trăm linh năm"), (1_005_000, "một triệu không trăm linh năm nghìn"), (1_200_000_000, "một tỷ hai trăm triệu"),
        (1_000_000_000_000, "một nghìn tỷ"), (1_000_000_000_000_000_000, "một tỷ tỷ"), (-21, "âm hai mươi mốt"),
    ])
    func vectors(_ number: Int64, _ words: String) { #expect(numberWords(number) == words) }

    @Test func otherForms() throws {
        #expect(numberWords(1_104, dialect: .southern) == "một ngàn một trăm lẻ bốn")
        #expect(moneyWords(253_000) == "Hai trăm năm mươi ba nghìn đồng")
        func words(_ significand: Int64, _ scale: Int) throws -> String {
            numberWords(try #require(ExactNumber(significand: significand, scale: scale)))
        }
        #expect(try words(125, 1) == "mười hai phẩy năm")
        #expect(try words(5, 2) == "không phẩy không năm")
        #expect(try words(-1225, 2) == "âm mười hai phẩy hai mươi lăm")
        #expect(try words(100, 2) == "một phẩy không không")
        #expect(!numberWords(.min).isEmpty)
        #expect(!numberWords(.max).isEmpty)
    }

    @Test("different numbers have different words")
    func unique() {
        var seen: [String: Int64] = [:]
        var generator = SeededGenerator(seed: 8)
        var numbers = Set<Int64>(0...3000)
        for power in 3...17 {
            var value: Int64 = 1
            for _ in 0..<power { value *= 10 }
            for _ in 0..<300 { numbers.insert(Int64.random(in: value..<value * 10, using: &generator)) }
            for factor in [1, 5, 10, 15, 100, 105, 1000] as [Int64] where factor * 10 < Int64.max / value {
                numbers.insert(value * factor); numbers.insert(value + factor)
            }
        }
        for number in numbers {
            #expect(seen.updateValue(number, forKey: numberWords(number)) == nil, "\(number)")
        }
    }
}

@Suite struct NumberReadingTests {
    private static func exact(_ significand: Int64, _ scale: Int = 0) -> ExactNumber {
        ExactNumber(significand: significand, scale: scale) ?? ExactNumber(0)
    }

    @Test(arguments: [
        ("1.234.567,89", NumberReading.number(exact(123_456_789, 2))), ("1,234,567.89", .number(exact(123_456_789, 2))),
        ("1.234.567", .number(exact(1_234_567))),
        ("1 234 567", .number(exact(1_234_567))), ("12,5", .number(exact(125, 1))), ("12.5", .number(exact(125, 1))),
        ("-12,50", .number(exact(-1250, 2))), ("0,125", .number(exact(125, 3))),
        ("1500", .number(exact(1500))), ("−3", .number(exact(-3))), ("+7", .number(exact(7))), (" 42 ", .number(exact(42))),
        ("0.5", .number(exact(5, 1))),
        ("1.500", .ambiguous(vietnamese: exact(1500), international: exact(1500, 3))),
        ("1,500", .ambiguous(vietnamese: exact(1500, 3), international: exact(1500))),
        ("", .notANumber(.empty)), ("  ", .notANumber(.empty)), ("abc", .notANumber(.foreignCharacters)), ("12a", .notANumber(.foreignCharacters)),
        ("1.23.4", .notANumber(.separators)),
        ("1..5", .notANumber(.separators)), ("1.234,567.8", .notANumber(.separators)), ("12.34,5,6", .notANumber(.separators)),
        ("1,", .notANumber(.foreignCharacters)),
        ("99999999999999999999", .notANumber(.tooLarge)), ("0,0000000000000000000001", .notANumber(.tooLarge)),
        ("٣", .notANumber(.foreignCharacters)), ("-", .notANumber(.foreignCharacters)),
    ])
    func numbers(_ text: String, _ reading: NumberReading) { #expect(readNumber(text) == reading) }

    @Test(arguments: [
        ("1,2 tỷ đồng", NumberReading.number(exact(1_200_000_000))), ("253.000.000 đ", .number(exact(253_000_000))),
        ("12,5%", .number(exact(125, 1))), ("35 triệu", .number(exact(35_000_000))),
        ("2 nghìn tỷ đồng", .number(exact(2_000_000_000_000))), ("500đ", .number(exact(500))),
        ("1.500 tỷ", .ambiguous(vietnamese: exact(1_500_000_000_000), international: exact(1_500_000_000))),
        ("3 con gà", .notANumber(.foreignCharacters)), ("đồng", .notANumber(.empty)), ("9999999999 tỷ", .notANumber(.tooLarge)),
    ])
    func amounts(_ text: String, _ reading: NumberReading) { #expect(readAmount(text) == reading) }

    @Test("what is written is read back")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<3000 {
            let number = try #require(
                ExactNumber(
                    significand: Int64.random(in: -10_000_000_000...10_000_000_000, using: &generator),
                    scale: Int.random(in: 0...6, using: &generator)
                )
            )
            #expect(readNumber(numberText(number)).vietnamese == number, "\(numberText(number))")
        }
    }
}
