/// Who changes a register (leaders, cited texts, competences), from where, and the network in which the question is decided.
public struct RegisterBy: Sendable {
    /// Nil for whoever runs commands on the server.
    public let person: Person?
    public let actor: Actor
    public let tree: SiteTree
    public let caller: Access.Caller

    public init(_ person: Person?, as actor: Actor, in tree: SiteTree, from caller: Access.Caller) {
        self.person = person
        self.actor = actor
        self.tree = tree
        self.caller = caller
    }
}
