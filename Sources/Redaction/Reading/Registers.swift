/// The word lists in the forms in which the checks ask them; built once with a `Redactor`.
struct Registers: Sendable {
    let names: NameWords
    let people: PeopleWords
    let places: PlaceWords
    let numbers: NumberWordTables
    let health: HealthWords
    /// Key → Vietnamese, English, Chinese.
    let placeholders: [String: [String]]

    init(_ lists: WordLists, units: [String]) {
        names = NameWords(lists)
        people = PeopleWords(lists)
        places = PlaceWords(lists, units: units)
        numbers = NumberWordTables(lists)
        health = HealthWords(lists)
        placeholders = Dictionary(lists.keys("placeholders").map { ($0.key, $0.entries) }) { first, _ in first }
    }
}

struct PeopleWords: Sendable {
    let introducers: PhraseTable
    let selves: PhraseTable
    let honorifics: PhraseTable
    let staff: PhraseTable
    let offices: PhraseTable
    let agencies: PhraseTable
    let accusing: PhraseTable
    let notNames: PhraseTable
    let afterNames: PhraseTable
    let publicNames: PhraseTable

    init(_ lists: WordLists) {
        func table(_ section: String) -> PhraseTable { PhraseTable(lists.list(section)) }
        introducers = table("introducers")
        selves = table("selves")
        honorifics = table("honorifics")
        staff = table("staff")
        offices = table("offices")
        agencies = table("agency-words")
        accusing = table("accusing")
        notNames = table("not-names")
        afterNames = table("after-names")
        publicNames = table("public-names")
    }
}

struct PlaceWords: Sendable {
    /// 0: streets, schools and the like; 1: kinds of units.
    let before: PhraseTable
    let between: PhraseTable
    let joining: PhraseTable
    let lanes: PhraseTable
    let streets: PhraseTable
    let houses: PhraseTable
    let flats: PhraseTable
    let hamlets: PhraseTable
    let smallHamlets: PhraseTable
    let units: PhraseTable
    let residence: PhraseTable
    let officesAt: PhraseTable
    /// Names of provinces, communes and the like.
    let names: PhraseTable
    let agencies: PhraseTable
    let hotlines: PhraseTable
    let persons: PhraseTable

    init(_ lists: WordLists, units register: [String]) {
        func table(_ section: String) -> PhraseTable { PhraseTable(lists.list(section)) }
        before = PhraseTable([lists.list("before-places"), lists.list("units")])
        between = table("between")
        joining = table("joining")
        lanes = table("lanes")
        streets = table("streets")
        houses = table("house-numbers")
        flats = table("flats")
        hamlets = table("hamlets")
        smallHamlets = table("small-hamlets")
        units = table("units")
        residence = table("residence")
        officesAt = table("offices-at")
        // Of the register only names of two words and more: "An" is a person as well.
        names = PhraseTable(lists.list("provinces") + register.filter { $0.contains(" ") })
        agencies = table("agencies")
        hotlines = table("hotlines")
        persons = table("persons")
    }
}

struct HealthWords: Sendable {
    /// 0: illness, 1: disability, 2: pregnancy.
    let terms: PhraseTable
    let bare: PhraseTable
    let bearing: PhraseTable
    let persons: PhraseTable
    let general: PhraseTable
    let after: PhraseTable

    init(_ lists: WordLists) {
        terms = PhraseTable([lists.list("illness"), lists.list("disability"), lists.list("pregnancy")])
        bare = PhraseTable(lists.list("bare"))
        bearing = PhraseTable(lists.list("bearing"))
        persons = PhraseTable(lists.list("patients"))
        general = PhraseTable(lists.list("general"))
        after = PhraseTable(lists.list("after"))
    }
}
