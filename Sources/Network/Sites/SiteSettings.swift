import Vietnamese

/// What may be said of a portal after it was made: the editable half of a `Site`. Texts are cleaned when they are checked.
public struct SiteSettings: Sendable, Hashable {
    public var name: String
    public var shortName: String
    public var language: Language
    public var agency: AgencyID?
    /// The first is the canonical one.
    public var hosts: [String]
    /// Linked sites only.
    public var url: String?
    public var contact: Contact
    public var position: Int

    public init(
        name: String,
        shortName: String,
        language: Language = .vi,
        agency: AgencyID? = nil,
        hosts: [String] = [],
        url: String? = nil,
        contact: Contact = Contact(),
        position: Int = 0
    ) {
        self.name = name
        self.shortName = shortName
        self.language = language
        self.agency = agency
        self.hosts = hosts
        self.url = url
        self.contact = contact
        self.position = position
    }

    /// What a site has now, to be changed and given back.
    public init(_ site: Site) {
        self.init(
            name: site.name,
            shortName: site.shortName,
            language: site.language,
            agency: site.agency,
            hosts: site.hosts,
            url: site.url,
            contact: site.contact,
            position: site.position
        )
    }

    public static let nameLimit = 200
    public static let shortNameLimit = 80
    public static let hostLimit = 20

    /// The settings cleaned, or the first thing wrong with them. What needs the database (hosts of others) is not looked at here.
    func checked(for kind: SiteKind) throws(SiteRefusal) -> SiteSettings {
        var result = self
        result.name = plainLine(name)
        result.shortName = plainLine(shortName)
        guard !result.name.isEmpty else { throw .nameMissing }
        guard result.name.count <= Self.nameLimit else { throw .nameTooLong(limit: Self.nameLimit) }
        guard !result.shortName.isEmpty else { throw .shortNameMissing }
        guard result.shortName.count <= Self.shortNameLimit else { throw .shortNameTooLong(limit: Self.shortNameLimit) }
        result.url = plainLineOrNil(url)
        result.contact = try contact.checked()
        result.hosts = []
        for host in hosts {
            let host = try HostName.checked(host)
            guard !result.hosts.contains(host) else { throw .hostTwice(host) }
            result.hosts.append(host)
        }
        if kind == .linked {
            guard result.hosts.isEmpty else { throw .hostOnLinkedSite }
            guard let url = result.url else { throw .urlMissing }
            guard WebAddress.isAbsolute(url) else { throw .urlInvalid(url) }
        } else {
            guard !result.hosts.isEmpty else { throw .hostMissing }
            guard result.hosts.count <= Self.hostLimit else { throw .tooManyHosts(limit: Self.hostLimit) }
            guard result.url == nil else { throw .urlOnlyForLinkedSite }
        }
        return result
    }

    func apply(to site: inout Site) {
        site.name = name
        site.shortName = shortName
        site.language = language
        site.agency = agency
        site.hosts = hosts
        site.url = url
        site.contact = contact
        site.position = position
    }
}

extension Contact {
    static let limit = 300

    func checked() throws(SiteRefusal) -> Contact {
        func part(_ name: String, _ value: String?) throws(SiteRefusal) -> String? {
            guard let line = plainLineOrNil(value) else { return nil }
            guard line.count <= Self.limit else { throw .contactTooLong(part: name, limit: Self.limit) }
            return line
        }
        let result = Contact(
            address: try part("address", address),
            phone: try part("phone", phone),
            fax: try part("fax", fax),
            email: try part("email", email),
            responsible: try part("responsible", responsible),
            licence: try part("licence", licence)
        )
        if let email = result.email, !MailAddress.isWellFormed(email) { throw .contactInvalid(part: "email") }
        for (name, number) in [("phone", result.phone), ("fax", result.fax)] {
            guard let number else { continue }
            guard number.contains(where: \.isNumber), !number.contains(where: { "<>\"\\".contains($0) }) else { throw .contactInvalid(part: name) }
        }
        return result
    }
}
