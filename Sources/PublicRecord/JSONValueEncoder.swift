import Foundation

/// Turns any `Encodable` into a `JSONValue` without a detour over text; floats are refused, `Data` becomes base64.
enum JSONValueEncoder {
    static func value(of value: some Encodable) throws -> JSONValue {
        if let value = value as? JSONValue { return value }
        let slot = Slot()
        try store(value, in: slot, path: [])
        return slot.value
    }

    static func store(_ value: some Encodable, in slot: Slot, path: [any CodingKey]) throws {
        switch value {
        case let value as Data: slot.kind = .value(.string(value.base64EncodedString()))
        case let value as URL: slot.kind = .value(.string(value.absoluteString))
        case is Date, is Decimal: throw unrepresentable(value, path)
        default: try value.encode(to: SlotEncoder(slot: slot, codingPath: path))
        }
    }

    static func unrepresentable(_ value: Any, _ path: [any CodingKey]) -> JSONFault {
        JSONFault(.notRepresentable, detail: "\(type(of: value)) at /" + path.map(\.stringValue).joined(separator: "/"))
    }
}

/// A place for one value that is still being written; containers write into it after it was handed out, hence a class.
final class Slot {
    enum Kind {
        case empty
        case value(JSONValue)
        case array([Slot])
        case object([String: Slot])
    }

    var kind = Kind.empty

    var value: JSONValue {
        switch kind {
        case .empty: .object([:])
        case .value(let value): value
        case .array(let slots): .array(slots.map(\.value))
        case .object(let slots): .object(slots.mapValues(\.value))
        }
    }

    func member(_ key: String) -> Slot {
        let slot = Slot()
        guard case .object(var members) = kind else { return slot }
        kind = .empty
        members[key] = slot
        kind = .object(members)
        return slot
    }

    func element() -> Slot {
        let slot = Slot()
        guard case .array(var elements) = kind else { return slot }
        kind = .empty
        elements.append(slot)
        kind = .array(elements)
        return slot
    }

    var count: Int { if case .array(let elements) = kind { elements.count } else { 0 } }

    func becomeObject() { if case .object = kind {} else { kind = .object([:]) } }
    func becomeArray() { if case .array = kind {} else { kind = .array([]) } }
}

private struct IndexKey: CodingKey {
    var intValue: Int?
    var stringValue: String { intValue.map(String.init) ?? "" }
    init(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { return nil }
}

private struct SlotEncoder: Encoder {
    let slot: Slot
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.becomeObject()
        return KeyedEncodingContainer(Keyed<Key>(slot: slot, codingPath: codingPath))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.becomeArray()
        return Unkeyed(slot: slot, codingPath: codingPath)
    }
    func singleValueContainer() -> any SingleValueEncodingContainer { Single(slot: slot, codingPath: codingPath) }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: Slot
    let codingPath: [any CodingKey]

    mutating func encodeNil(forKey key: Key) throws { slot.member(key.stringValue).kind = .value(.null) }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try JSONValueEncoder.store(value, in: slot.member(key.stringValue), path: codingPath + [key])
    }
    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        SlotEncoder(slot: slot.member(key.stringValue), codingPath: codingPath + [key]).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        SlotEncoder(slot: slot.member(key.stringValue), codingPath: codingPath + [key]).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { SlotEncoder(slot: slot.member("super"), codingPath: codingPath) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { SlotEncoder(slot: slot.member(key.stringValue), codingPath: codingPath + [key]) }
}

private struct Unkeyed: UnkeyedEncodingContainer {
    let slot: Slot
    let codingPath: [any CodingKey]
    var count: Int { slot.count }
    private var path: [any CodingKey] { codingPath + [IndexKey(intValue: count)] }

    init(slot: Slot, codingPath: [any CodingKey]) {
        self.slot = slot
        self.codingPath = codingPath
    }

    mutating func encodeNil() throws { slot.element().kind = .value(.null) }
    mutating func encode<T: Encodable>(_ value: T) throws {
        let path = path
        try JSONValueEncoder.store(value, in: slot.element(), path: path)
    }
    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        let path = path
        return SlotEncoder(slot: slot.element(), codingPath: path).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        let path = path
        return SlotEncoder(slot: slot.element(), codingPath: path).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder {
        let path = path
        return SlotEncoder(slot: slot.element(), codingPath: path)
    }
}

private struct Single: SingleValueEncodingContainer {
    let slot: Slot
    let codingPath: [any CodingKey]

    mutating func encodeNil() throws { slot.kind = .value(.null) }
    mutating func encode(_ value: Bool) throws { slot.kind = .value(.bool(value)) }
    mutating func encode(_ value: String) throws { slot.kind = .value(.string(value)) }
    mutating func encode(_ value: Double) throws { throw JSONValueEncoder.unrepresentable(value, codingPath) }
    mutating func encode(_ value: Float) throws { throw JSONValueEncoder.unrepresentable(value, codingPath) }
    mutating func encode(_ value: Int) throws { try integer(value) }
    mutating func encode(_ value: Int8) throws { try integer(value) }
    mutating func encode(_ value: Int16) throws { try integer(value) }
    mutating func encode(_ value: Int32) throws { try integer(value) }
    mutating func encode(_ value: Int64) throws { try integer(value) }
    mutating func encode(_ value: UInt) throws { try integer(value) }
    mutating func encode(_ value: UInt8) throws { try integer(value) }
    mutating func encode(_ value: UInt16) throws { try integer(value) }
    mutating func encode(_ value: UInt32) throws { try integer(value) }
    mutating func encode(_ value: UInt64) throws { try integer(value) }
    mutating func encode<T: Encodable>(_ value: T) throws { try JSONValueEncoder.store(value, in: slot, path: codingPath) }

    private func integer(_ value: some BinaryInteger) throws {
        guard let exact = Int64(exactly: value), JSONValue.integers.contains(exact) else {
            throw JSONFault(.integerRange, detail: "\(value) at /" + codingPath.map(\.stringValue).joined(separator: "/"))
        }
        slot.kind = .value(.int(exact))
    }
}
