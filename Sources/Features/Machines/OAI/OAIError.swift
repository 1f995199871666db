/// What a harvester did wrong, or that there is nothing: an answer of the protocol, not of HTTP.
struct OAIError: Error, Hashable {
    enum Code: String {
        case badVerb, badArgument, badResumptionToken, cannotDisseminateFormat, idDoesNotExist, noRecordsMatch, noSetHierarchy
    }

    let code: Code
    let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
