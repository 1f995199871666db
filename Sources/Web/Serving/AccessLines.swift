import Dispatch
import Foundation
import HTTPTypes
import Synchronization
import Vietnamese

/// The access log of answers from the cache: the same lines as everywhere (`LogLines`), written as bytes and many at a time, because one of these answers
/// costs less than a log record made the usual way. A line is at most a tenth of a second late; a crash may lose that much.
public final class AccessLines: Sendable {
    private struct State {
        var buffer: [UInt8] = []
        var isScheduled = false
        /// Bytes handed on and not written yet.
        var underway = 0
        var lost = 0
        var second: Int64 = -1
        var stamp: [UInt8] = []
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "caunoi.access-log", qos: .utility)
    private let sink: @Sendable ([UInt8]) -> Void
    private let clock: @Sendable () -> Int64
    private static let full = 64 * 1024
    /// When whoever reads the log stands still, lines are counted and not kept: readers of pages come first.
    private static let mostUnderway = 8 * 1024 * 1024

    public init(clock: @escaping @Sendable () -> Int64, sink: @escaping @Sendable ([UInt8]) -> Void = AccessLines.standardError) {
        self.clock = clock
        self.sink = sink
        state.withLock { $0.buffer.reserveCapacity(Self.full + 1024) }
    }

    public static let standardError: @Sendable ([UInt8]) -> Void = { bytes in FileHandle.standardError.write(Data(bytes)) }

    func write(_ hit: Hit, path: UnsafeRawBufferPointer, route: String) {
        let now = clock()
        let (part, schedule) = state.withLock { state -> ([UInt8]?, Bool) in
            guard state.underway < Self.mostUnderway else {
                state.lost += 1
                return (nil, false)
            }
            Self.append(hit, path, route, now, &state)
            if state.buffer.count >= Self.full {
                state.underway += state.buffer.count
                return (Self.take(&state), false)
            }
            defer { state.isScheduled = true }
            return (nil, !state.isScheduled)
        }
        if let part { queue.async { self.put(part) } }
        if schedule { queue.asyncAfter(deadline: .now() + .milliseconds(100)) { self.flush() } }
    }

    /// Writes what is there; for the end of the program.
    public func flush() {
        let part = state.withLock { state in
            state.isScheduled = false
            state.underway += state.buffer.count
            return Self.take(&state)
        }
        put(part)
    }

    private func put(_ part: [UInt8]) {
        guard !part.isEmpty else { return }
        sink(part)
        let lost = state.withLock { state in
            state.underway -= part.count
            defer { if state.underway < Self.mostUnderway { state.lost = 0 } }
            return state.underway < Self.mostUnderway ? state.lost : 0
        }
        if lost > 0 {
            sink(Array("{\"level\":\"warning\",\"logger\":\"caunoi\",\"message\":\"access lines lost\",\"count\":\(lost)}\n".utf8))
        }
    }

    private static func take(_ state: inout State) -> [UInt8] {
        defer {
            state.buffer = []
            state.buffer.reserveCapacity(full + 1024)
        }
        return state.buffer
    }

    private static func append(_ hit: Hit, _ path: UnsafeRawBufferPointer, _ route: String, _ now: Int64, _ state: inout State) {
        if now / 1000 != state.second {
            state.second = now / 1000
            state.stamp = Array("{\"time\":\"\(day(now))T\(time(now)).".utf8)
        }
        var line = LineWriter(bytes: state.buffer)
        state.buffer = []
        line.put(state.stamp)
        line.put(three: Int(now % 1000))
        line.put("Z\",\"level\":\"info\",\"logger\":\"caunoi\",\"message\":\"request\",\"bytes\":\"")
        line.put(hit.bytes)
        line.put("\",\"cache\":\"hit\",\"hb.request.id\":\"")
        line.put(hexadecimal: hit.requestID)
        line.put(hit.isHead ? "\",\"method\":\"HEAD\",\"ms\":\"" : "\",\"method\":\"GET\",\"ms\":\"")
        line.put(Int(hit.nanoseconds / 1_000_000))
        line.put(".")
        line.put(three: Int(hit.nanoseconds / 1000 % 1000))
        line.put("\",\"path\":\"")
        line.put(path: path)
        line.put("\",\"route\":\"")
        line.put(route)
        line.put("\",\"status\":\"")
        line.put(hit.status)
        line.put("\"}\n")
        state.buffer = line.bytes
    }

    private static func day(_ now: Int64) -> String { "\(CivilDate(dayNumber: Int(now / 86_400_000)))" }

    private static func time(_ now: Int64) -> String {
        let second = Int(now / 1000 % 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    }
}

/// Puts the parts of a line behind one another.
private struct LineWriter {
    var bytes: [UInt8]

    mutating func put(_ text: StaticString) { bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) }
    mutating func put(_ text: [UInt8]) { bytes.append(contentsOf: text) }
    mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func put(_ number: Int) {
        if number >= 10 { put(number / 10) }
        bytes.append(UInt8(48 + number % 10))
    }

    mutating func put(three number: Int) {
        bytes.append(UInt8(48 + number / 100))
        bytes.append(UInt8(48 + number / 10 % 10))
        bytes.append(UInt8(48 + number % 10))
    }

    mutating func put(hexadecimal number: UInt64) {
        for shift in stride(from: UInt64(60), through: 0, by: -4) {
            let digit = UInt8((number >> shift) & 15)
            bytes.append(digit < 10 ? 48 + digit : 87 + digit)
        }
    }

    /// A path without its query, at most 300 bytes, nothing in it that could end the text or the line.
    mutating func put(path: UnsafeRawBufferPointer) {
        var end = 0
        var isPlain = true
        while end < path.count, end < 300, path[end] != UInt8(ascii: "?") {
            let byte = path[end]
            if byte < 32 || byte > 126 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { isPlain = false }
            end += 1
        }
        if isPlain {
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: path[..<end]))
        } else {
            for byte in path[..<end] {
                bytes.append(byte < 32 || byte > 126 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? UInt8(ascii: "_") : byte)
            }
        }
    }
}
