public import Vietnamese

/// Why a row of a list of units is not taken. `description` is what stands in the rejects file.
public enum UnitRefusal: Refusal, Equatable {
    case columnMissing(String)
    case unreadable
    case codeInvalid(code: String, digits: Int)
    case codeTwice(code: String, line: Int)
    case nameMissing
    /// Neither the full name nor the type says what the unit is.
    case kindUnknown(String)
    case parentUnknown(level: UnitLevel, code: String, date: CivilDate)
    case coordinateInvalid(part: String, value: String)
    /// The code means something else in part of the time.
    case codeInUse(code: String, name: String, from: CivilDate)
    case oldUnknown(String)
    case newUnknown(String)
    case mappingInvalid(String)

    public var key: String {
        switch self {
        case .columnMissing: "unit.column-missing"
        case .unreadable: "unit.unreadable"
        case .codeInvalid: "unit.code-invalid"
        case .codeTwice: "unit.code-twice"
        case .nameMissing: "unit.name-missing"
        case .kindUnknown: "unit.kind-unknown"
        case .parentUnknown: "unit.parent-unknown"
        case .coordinateInvalid: "unit.coordinate-invalid"
        case .codeInUse: "unit.code-in-use"
        case .oldUnknown: "unit.old-unknown"
        case .newUnknown: "unit.new-unknown"
        case .mappingInvalid: "unit.mapping-invalid"
        }
    }

    public var values: [String: String] {
        switch self {
        case .columnMissing(let column): ["column": column]
        case .codeInvalid(let code, let digits): ["code": code, "digits": "\(digits)"]
        case .codeTwice(let code, let line): ["code": code, "line": "\(line)"]
        case .kindUnknown(let text), .mappingInvalid(let text): ["text": text]
        case .parentUnknown(let level, let code, let date): ["level": level.rawValue, "code": code, "date": date.description]
        case .coordinateInvalid(let part, let value): ["part": part, "value": value]
        case .codeInUse(let code, let name, let from): ["code": code, "name": name, "from": from.description]
        case .oldUnknown(let place), .newUnknown(let place): ["place": place]
        case .unreadable, .nameMissing: [:]
        }
    }

    public var field: String? {
        switch self {
        case .columnMissing(let column): column
        case .codeInvalid, .codeTwice, .codeInUse: "code"
        case .nameMissing, .kindUnknown: "full_name"
        case .parentUnknown(let level, _, _): level == .district ? "district_code" : "province_code"
        case .coordinateInvalid(let part, _): part
        case .oldUnknown: "old_ward_code"
        case .newUnknown: "new_ward_code"
        case .mappingInvalid: "mapping_type"
        case .unreadable: nil
        }
    }

    /// One of each, for the test that every refusal has its words.
    public static let samples: [UnitRefusal] = {
        let day = CivilDate(dayNumber: 20_270)
        return [
            .columnMissing("code"), .unreadable, .codeInvalid(code: "1", digits: 5), .codeTwice(code: "00001", line: 2), .nameMissing,
            .kindUnknown("Làng"), .parentUnknown(level: .province, code: "99", date: day), .coordinateInvalid(part: "lat", value: "x"),
            .codeInUse(code: "00001", name: "Xã A", from: day), .oldUnknown("xã A"), .newUnknown("xã B"), .mappingInvalid("moved"),
        ]
    }()
}

extension UnitRefusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .columnMissing(let column): "thiếu cột \(column)"
        case .unreadable: "dòng này không đọc được: thừa hoặc thiếu ô, sai dấu ngoặc kép, hoặc không phải UTF-8"
        case .codeInvalid(let code, let digits):
            "mã \"\(code)\" phải gồm đúng \(digits) chữ số (bảng tính có thể đã bỏ các số 0 ở đầu)"
        case .codeTwice(let code, let line): "mã \(code) đã có ở dòng \(line)"
        case .nameMissing: "thiếu tên đơn vị"
        case .kindUnknown(let text): "không nhận ra loại đơn vị hành chính trong \"\(text)\""
        case .parentUnknown(let level, let code, let date):
            "chưa có đơn vị cấp \(level == .province ? "tỉnh" : "huyện") mang mã \(code) vào ngày \(date); hãy nhập danh sách cấp trên trước"
        case .coordinateInvalid(let part, let value): "giá trị \"\(value)\" ở cột \(part) không hợp lệ"
        case .codeInUse(let code, let name, let from):
            "từ ngày \(from) mã \(code) là của \(name); hãy cho biết ngày hết hiệu lực của danh sách này bằng --valid-to"
        case .oldUnknown(let place): "không tìm thấy đơn vị cũ: \(place)"
        case .newUnknown(let place): "không tìm thấy đơn vị mới: \(place)"
        case .mappingInvalid(let text): "cách sắp xếp \"\(text)\" không phải là merged, divided, unchanged hay renamed"
        }
    }
}
