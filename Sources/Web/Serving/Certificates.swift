import Glibc
public import Logging
import NIOSSL
public import ServiceLifecycle
import Synchronization

/// The certificate readers see, read from its files at start and again whenever they change, so that a renewal needs no restart.
/// A pair that does not fit (a key written before its certificate) leaves the one before in use and is said in the log.
public final class Certificates: Service {
    private let certificate: String
    private let key: String
    private let logger: Logger
    private let pause: Duration
    private let current: Mutex<NIOSSLContext>
    private let stamps: Mutex<[Stamp]>

    /// When a file was written, and how long it is.
    private struct Stamp: Equatable {
        var seconds = 0
        var nanoseconds = 0
        var size: Int64 = -1
        var node: UInt64 = 0
    }

    /// - Parameters:
    ///   - certificate: a PEM file with the certificate and those that lead to its root.
    ///   - key: a PEM file with its private key.
    /// - Throws: `ServeFault.certificate` that says which file is wrong and why.
    public init(certificate: String, key: String, logger: Logger, pause: Duration = .seconds(5)) throws {
        self.certificate = certificate
        self.key = key
        self.logger = logger
        self.pause = pause
        stamps = Mutex([Self.stamp(certificate), Self.stamp(key)])
        current = Mutex(try Self.load(certificate, key))
    }

    var context: NIOSSLContext { current.withLock { $0 } }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await Task.sleep(for: self.pause)
                self.reload()
            }
        }
    }

    /// Takes the files as they are now, if they are not what they were.
    func reload() {
        let now = [Self.stamp(certificate), Self.stamp(key)]
        guard
            stamps.withLock({ old in
                defer { old = now }
                return old != now
            })
        else { return }
        do {
            let context = try Self.load(certificate, key)
            current.withLock { $0 = context }
            logger.notice("The certificate was read anew", metadata: ["file": "\(certificate)"])
        } catch {
            logger.error("The new certificate cannot be used; the one before stays", metadata: ["error": "\(error)"])
        }
    }

    private static func load(_ certificate: String, _ key: String) throws -> NIOSSLContext {
        let chain: [NIOSSLCertificate]
        do { chain = try NIOSSLCertificate.fromPEMFile(certificate) } catch { throw ServeFault.certificate(certificate, "\(error)") }
        guard !chain.isEmpty else { throw ServeFault.certificate(certificate, "it holds no certificate") }
        let secret: NIOSSLPrivateKey
        do { secret = try NIOSSLPrivateKey(file: key, format: .pem) } catch { throw ServeFault.certificate(key, "\(error)") }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(secret)
        )
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["h2", "http/1.1"]
        // Only what TT 39/2017 and TCVN 14423 still let pass in TLS 1.2: forward secrecy and authenticated encryption. TLS 1.3 has nothing else.
        configuration.cipherSuites =
            "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
            + "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305"
        do { return try NIOSSLContext(configuration: configuration) } catch {
            throw ServeFault.certificate(certificate, "it does not fit the key in '\(key)' (\(error))")
        }
    }

    private static func stamp(_ path: String) -> Stamp {
        var status = stat()
        guard stat(path, &status) == 0 else { return Stamp() }
        return Stamp(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int64(status.st_size), node: UInt64(status.st_ino))
    }
}
