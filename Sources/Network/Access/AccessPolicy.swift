/// The figures of the house: how long, how often, how many. The law's own (domain notes 1.7, TCVN 14423:2026) where it names one.
public struct AccessPolicy: Sendable {
    /// Without a request for so long, a session is over. Seconds.
    public var idleSeconds: Int64 = 30 * 60
    /// A session is over after so long, whatever happens in it.
    public var sessionSeconds: Int64 = 12 * 3600
    /// Between the password and the second factor.
    public var halfSeconds: Int64 = 10 * 60
    /// An account that nobody signs in to is closed until an administrator opens it again.
    public var dormantSeconds: Int64 = 45 * 86_400
    /// Technical roles choose a new password every two months.
    public var technicalPasswordSeconds: Int64 = 60 * 86_400
    /// So many former passwords may not come back.
    public var formerPasswords = 10
    public var invitationSeconds: Int64 = 3 * 86_400
    public var recoveryCodes = 10
    public var mostPasskeys = 20
    /// How far a clock may be set back before its sessions are refused.
    public var clockToleranceSeconds: Int64 = 5 * 60
    public var longestDeputySeconds: Int64 = 92 * 86_400

    /// Failures that cost nothing, by what they are counted for; then each doubles the wait.
    public var freeFailuresOfPair = 5
    public var freeFailuresOfAccount = 30
    public var freeFailuresOfAddress = 40
    public var freeFailuresOfFactor = 5
    public var firstWaitSeconds: Int64 = 15
    public var longestWaitSeconds: Int64 = 15 * 60
    /// After so long without a failure, counting begins anew.
    public var forgetFailuresSeconds: Int64 = 3600

    public init() {}

    public static let house = AccessPolicy()
}
