public import Store

/// What else belongs into the transaction of a command: the line in the trail that tells of it. If it fails, nothing was done.
public typealias Also = @Sendable (any Connection) throws -> Void

/// Nothing else.
public let noFurther: Also = { _ in }
