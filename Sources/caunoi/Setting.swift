/// One setting of the program: its name is the flag (`--name`), the key in the configuration file and, in capitals with `CAUNOI_`, the environment variable.
struct Setting: Sendable, Hashable {
    let name: String
    let meaning: String
    /// Never printed with its password.
    var isSecret = false
    /// Never printed at all.
    var isHidden = false
    /// May be given several times, or as a list in the file, or separated by commas in the environment.
    var isList = false

    var variable: String { "CAUNOI_" + name.uppercased().split(separator: "-").joined(separator: "_") }

    static let config = Setting(name: "config", meaning: "configuration file (YAML)")
    static let data = Setting(name: "data", meaning: "folder of the database, keys and files (default ./var)")
    static let database = Setting(name: "database", meaning: "sqlite:FILE or postgres://user@host:port/name", isSecret: true)
    static let databasePasswordFile = Setting(name: "database-password-file", meaning: "file that holds the database password")
    static let databaseConnections = Setting(name: "database-connections", meaning: "PostgreSQL connections (default 8)")
    static let replica = Setting(
        name: "replica",
        meaning: "postgres://… of a server that follows the database: public pages are read there while it is recent (docs/operating/cluster.md)",
        isSecret: true
    )
    static let files = Setting(
        name: "files",
        meaning: "where files are kept: a folder (default <data>/files), or s3+https://ACCESSKEY@host/bucket (docs/operating/storage.md)"
    )
    static let filesSecret = Setting(
        name: "files-secret",
        meaning: "secret of the access key; better in a file (files-secret-file) or the environment",
        isHidden: true
    )
    static let filesSecretFile = Setting(name: "files-secret-file", meaning: "file that holds the secret of the access key")
    static let filesRoots = Setting(name: "files-roots", meaning: "PEM file of certificates to trust at the storage beside the system's")
    static let keys = Setting(name: "keys", meaning: "where item keys are kept: sqlite:FILE or postgres://…", isSecret: true)
    static let listen = Setting(name: "listen", meaning: "address and port of the public pages (default [::]:8080)", isList: true)
    static let admin = Setting(name: "admin", meaning: "address and port of the operator's endpoints (default 127.0.0.1:9090)")
    static let looks = Setting(name: "looks", meaning: "folder of themes: <theme>/Templates/*.mustache")
    static let templates = Setting(name: "templates", meaning: "read templates from these folders and reload them (development)", isList: true)
    static let https = Setting(name: "https", meaning: "true when readers come over HTTPS (a TLS proxy before the program)")
    static let publicPort = Setting(name: "public-port", meaning: "port readers use, when it is not the standard one (the demo: 8080)")
    static let deskHost = Setting(
        name: "desk-host",
        meaning: "host name of the desk, where people sign in (the demo: desk.localhost; without one there is no desk)"
    )
    static let mail = Setting(
        name: "mail",
        meaning: "mail server for invitations and notices: smtps://user@host:465, or smtp://user@host:587 for STARTTLS (without one no mail is sent)"
    )
    static let mailFrom = Setting(name: "mail-from", meaning: "sender of letters: noreply@tinh.gov.vn, or 'Name <noreply@tinh.gov.vn>'")
    static let mailPassword = Setting(
        name: "mail-password",
        meaning: "password at the mail server; better in a file (mail-password-file) or the environment",
        isHidden: true
    )
    static let mailPasswordFile = Setting(name: "mail-password-file", meaning: "file that holds the password at the mail server")
    static let mailRoots = Setting(name: "mail-roots", meaning: "PEM file of certificates to trust at the mail server beside the system's")
    static let smsURL = Setting(
        name: "sms-url",
        meaning:
            "https: address that takes short messages to who sent a case: POST of JSON with id, to, text (without it and sms-command none are sent)"
    )
    static let smsTokenFile = Setting(name: "sms-token-file", meaning: "file that holds the token sent to sms-url as Authorization: Bearer")
    static let smsCommand = Setting(
        name: "sms-command",
        meaning: "command that takes short messages instead: the number is the first line of its input, the text the rest"
    )
    static let signInFile = Setting(
        name: "sign-in-file",
        meaning: "YAML file of the providers people may sign in through (OpenID Connect); docs/operating/sign-in.md"
    )

    static let logLevel = Setting(name: "log-level", meaning: "trace, debug, info, notice, warning or error (default info)")
    static let stopSeconds = Setting(name: "stop-seconds", meaning: "how long a stop waits for requests under way (default 10)")

    static let cacheSize = Setting(name: "cache-size", meaning: "megabytes of memory for finished pages (default 512, 0 keeps none)")
    static let clientRate = Setting(
        name: "client-rate",
        meaning: "what one client may ask for a second, in pages that are ready (default 500; 0: no bound)"
    )
    static let clientConnections = Setting(name: "client-connections", meaning: "connections one client may hold open (default 1000)")
    static let trustedProxies = Setting(
        name: "trusted-proxies",
        meaning: "addresses or ranges of proxies whose X-Forwarded-For counts (default 127.0.0.0/8 and ::1)",
        isList: true
    )

    static let floodPortal = Setting(
        name: "flood-portal",
        meaning: "letters to one portal in five minutes from which its forms ask for a proof of work (default 300; 0: never)"
    )
    static let floodRange = Setting(
        name: "flood-range",
        meaning: "the same, from one range of addresses: an IPv4 /24 or IPv6 /48 (default 60; 0: never)"
    )
    static let floodNode = Setting(name: "flood-node", meaning: "the same, to all portals on this node (default 1500; 0: never)")
    static let proofBits = Setting(name: "proof-bits", meaning: "how much work that proof is, 1 to 24; each step doubles it (default 12)")

    static let tlsCert = Setting(name: "tls-cert", meaning: "PEM file of the certificate and its chain: serves HTTPS and HTTP/2 directly")
    static let tlsKey = Setting(name: "tls-key", meaning: "PEM file of the certificate's private key")

    static let indexing = Setting(name: "indexing", meaning: "false keeps search engines out (test estates; the demo always does)")
    static let securityContact = Setting(
        name: "security-contact",
        meaning: "where weaknesses are reported (security.txt): mailto:, https: or tel: address",
        isList: true
    )
    static let securityPolicy = Setting(name: "security-policy", meaning: "https: address of the policy for those who report weaknesses")
    static let securityKey = Setting(name: "security-key", meaning: "https: address of the key to encrypt reports with")

    static let outboundAllow = Setting(
        name: "outbound-allow",
        meaning: "address ranges that callbacks and links of other people may lead to beside the public internet (CIDR)",
        isList: true
    )

    static let offline = Setting(
        name: "offline",
        meaning: "false keeps readers' browsers from keeping articles, and empties what they kept (default true)"
    )

    static let worker = Setting(
        name: "worker",
        meaning: "where the media worker runs: the socket of a 'caunoi worker --socket', or 'none' (default: serve starts its own)"
    )
    static let signer = Setting(
        name: "signer",
        meaning:
            "where the record's signer runs: the socket of a 'caunoi signer --socket' (default: serve starts its own, with its key in <data>/signer)"
    )
    static let witnessPolicy = Setting(
        name: "witness-policy",
        meaning:
            "policy file (C2SP tlog-policy) of the witnesses that cosign this record: their keys, addresses, and how many are enough (default: none)"
    )
    static let backup = Setting(name: "backup", meaning: "folder of backups, best on another machine (docs/operating/backup.md)")
    static let backupKeys = Setting(name: "backup-keys", meaning: "folder of the item keys' backups: another one, never under lock")
    static let backupKeysDays = Setting(name: "backup-keys-days", meaning: "days that backups of item keys are kept, 1 to 30 (default 30)")
    static let backupRecipient = Setting(
        name: "backup-recipient",
        meaning: "public key that backups are sealed with (caunoi-pub-…); 'caunoi backup keygen FILE' makes one"
    )
    static let derivedSize = Setting(name: "derived-size", meaning: "megabytes of disk for smaller pictures (default 10240)")

    static let scanner = Setting(
        name: "scanner",
        meaning: "where the virus scanner (clamd) listens: a socket's path or host:port (without one uploads are not scanned)"
    )
    static let scannerLimit = Setting(name: "scanner-limit", meaning: "megabytes the scanner takes, its StreamMaxLength (default 25)")

    static let watch = Setting(name: "watch", meaning: "false starts no watcher with the portal (default true)")
    static let watchVia = Setting(
        name: "watch-via",
        meaning: "where the watcher asks for the portals' pages: http://127.0.0.1:8080 (default: where their names lead)"
    )
    static let watchRate = Setting(name: "watch-rate", meaning: "pages a second that the watcher looks at, each as four visitors (default 4)")
    static let watchEvery = Setting(name: "watch-every", meaning: "seconds between looks at front pages and newest items (default 300)")
    static let watchLogs = Setting(
        name: "watch-logs",
        meaning: "access logs of the proxy before the portal: what was answered there is looked at",
        isList: true
    )
    static let watchFolders = Setting(
        name: "watch-folders",
        meaning: "folders that a web server shows, as DIR=/PATH: every file there is looked at",
        isList: true
    )

    static let staticFolder = Setting(
        name: "static",
        meaning: "folder in which serve keeps a mirror of the portals, written after each publication (docs/operating/mirror.md; default: none)"
    )
    static let mirror = Setting(name: "mirror", meaning: "folder of a mirror to serve instead of an installation: read only, without a database")

    static let search = Setting(name: "search", meaning: "file of this node's search index (default <data>/search.db)")

    static let speech = Setting(name: "speech", meaning: "false reads no article aloud")
    static let speechCommand = Setting(
        name: "speech-command",
        meaning: "command of another voice: text on its input, WAV on its output, the language in CAUNOI_SPEECH_LANGUAGE (default: espeak-ng)"
    )
    static let speechLexicon = Setting(name: "speech-lexicon", meaning: "file of short forms and how they are spoken, added to the program's own")
    static let speechFolder = Setting(name: "speech-folder", meaning: "folder of recordings (default <data>/speech); nodes may share one")
    static let speechSize = Setting(name: "speech-size", meaning: "megabytes of disk for recordings (default 4096)")
    static let speechMemory = Setting(name: "speech-memory", meaning: "megabytes of memory for a voice (default 1024)")

    static let all: [Setting] = [
        worker, signer, witnessPolicy, backup, backupKeys, backupKeysDays, backupRecipient, derivedSize, scanner, scannerLimit,
        data, database, databasePasswordFile, databaseConnections, replica, files, filesSecret, filesSecretFile, filesRoots, keys, listen, admin,
        looks, templates, https, publicPort, deskHost, logLevel,
        mail, mailFrom, mailPassword, mailPasswordFile, mailRoots, smsURL, smsTokenFile, smsCommand, signInFile,
        stopSeconds,
        cacheSize, clientRate, clientConnections, trustedProxies, floodPortal, floodRange, floodNode, proofBits, tlsCert, tlsKey,
        indexing, securityContact, securityPolicy, securityKey,
        outboundAllow,
        offline, staticFolder, mirror,
        search, watch, watchVia, watchRate, watchEvery, watchLogs, watchFolders,
        speech, speechCommand, speechLexicon, speechFolder, speechSize, speechMemory,
    ]
}
