import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// The steps of the workflow: each a form of one button, a reason or a moment. The command decides; a refusal shows the item again and says why.
struct StepScreens: Sendable {
    let desk: Desk
    let part: NewsroomDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.post, "/cong/:site/bai/:item/ky") { (context: OnItem<ReadItems>) in try await question(context) }
        step(&routes, "gui") { (context: OnItem<SubmitItems>) in
            try await part.publishing.submit(context.item.id, expecting: version(context), by: context.by)
            return "newsroom.submitted"
        }
        step(&routes, "tra-lai") { (context: OnItem<ReturnItems>) in
            let reason = context.visit.form["ly-do"]
            try await part.publishing.return(context.item.id, reason: reason, expecting: version(context), by: context.by)
            await tell("item-returned", context, ["reason": reason, "by": context.session.person.name])
            return "newsroom.returned"
        }
        step(&routes, "duyet") { (context: OnItem<ApproveItems>) in
            try await part.publishing.approve(
                context.item.id,
                digest: context.visit.form["ma-noi-dung"],
                expecting: version(context),
                signature: context.visit.signature,
                by: context.by
            )
            return "newsroom.approved"
        }
        step(&routes, "dang") { (context: OnItem<PublishItems>) in
            let operation = Self.operation(context)
            let isCorrection = operation == .correct
            try await part.publishing.publish(
                context.item.id,
                as: operation,
                expecting: version(context),
                signature: context.visit.signature,
                by: context.by
            )
            await tell("item-published", context, ["by": context.session.person.name])
            return isCorrection ? "newsroom.corrected" : "newsroom.published"
        }
        step(&routes, "dang-khan") { (context: OnItem<PublishUrgently>) in
            try await part.publishing.publishUrgently(
                context.item.id,
                reason: context.visit.form["ly-do"],
                expecting: version(context),
                signature: context.visit.signature,
                by: context.by
            )
            return "newsroom.urgent"
        }
        step(&routes, "xac-nhan") { (context: OnItem<ConfirmUrgent>) in
            try await part.publishing.confirmUrgent(context.item.id, by: context.by)
            return "newsroom.confirmed"
        }
        step(&routes, "hen-gio") { (context: OnItem<ScheduleItems>) in
            try await part.publishing.schedule(context.item.id, at: moment(context.visit), expecting: version(context), by: context.by)
            return "newsroom.scheduled"
        }
        step(&routes, "bo-hen") { (context: OnItem<ScheduleItems>) in
            try await part.publishing.unschedule(context.item.id, expecting: version(context), by: context.by)
            return "newsroom.unscheduled"
        }
        step(&routes, "go") { (context: OnItem<WithdrawItems>) in
            guard let code = WithdrawalCode(rawValue: context.visit.form["can-cu"]) else { throw NewsroomRefusal.choiceMissing }
            if context.visit.form["luc"] == "hen" {
                try await part.publishing.planWithdrawal(
                    context.item.id,
                    at: moment(context.visit),
                    because: code,
                    erasing: context.visit.form["xoa"] == "1",
                    by: context.by
                )
                return "newsroom.withdrawal-planned"
            }
            guard let reason = context.visit.form.text("ly-do") else { throw PublishingRefusal.reasonMissing }
            try await part.publishing.withdraw(
                context.item.id,
                because: code,
                note: reason,
                expecting: version(context),
                signature: context.visit.signature,
                by: context.by
            )
            return "newsroom.withdrawn"
        }
        step(&routes, "bo-hen-go") { (context: OnItem<WithdrawItems>) in
            try await part.publishing.planWithdrawal(context.item.id, at: nil, because: .error, by: context.by)
            return "newsroom.withdrawal-unplanned"
        }
        step(&routes, "khoi-phuc") { (context: OnItem<RestoreItems>) in
            try await part.publishing.restore(context.item.id, expecting: version(context), by: context.by)
            return "newsroom.restored"
        }
        step(&routes, "chuyen") { (context: OnItem<MoveItems>) in
            guard let section = part.sections().section(context.visit.form["chuyen-muc"], on: context.site.id) else {
                throw NewsroomRefusal.sectionMissing
            }
            let place = Place(site: context.site.id, section: section.id, language: context.item.language)
            try await part.publishing.move(context.item.id, to: place, expecting: version(context), by: context.by)
            return "newsroom.moved"
        }
    }

    private static func operation<A>(_ context: OnItem<A>) -> Publishing.Operation {
        context.item.edition == 0 ? .publish : context.visit.form["cach"] == "dinh-chinh" ? .correct : .update
    }

    /// What a passkey is to sign for the step that is about to be sent. Where the step will be refused there is nothing to sign: sending it says why.
    private func question(_ context: OnItem<ReadItems>) async throws -> DeskAnswer {
        let form = context.visit.form
        let step: SigningStep? =
            switch form["buoc"] {
            case "duyet": .approve
            case "dang": .publish(Self.operation(context))
            case "khan": .urgent
            case "go": form["luc"] == "hen" ? nil : WithdrawalCode(rawValue: form["can-cu"]).map { .withdraw($0) }
            default: nil
            }
        do {
            var challenge: String?
            if let step { challenge = try await part.publishing.challenge(for: step, of: context.item.id, by: context.by) }
            return try await context.visit.question(challenge, of: context.session)
        } catch let refusal as any Refusal where !(refusal is AuthorizationRefusal) {
            return try await context.visit.question(nil, of: context.session)
        }
    }

    /// Who began an item and who wrote last hear what became of it.
    private func tell<A>(_ key: String, _ context: OnItem<A>, _ values: [String: String]) async {
        await part.tell([context.item.creator, context.item.workflow.author], key, of: context.item.id, values, context.by, context.visit)
    }

    private func step<A: DeskAction>(
        _ routes: inout DeskRoutes,
        _ name: String,
        _ work: @escaping @Sendable (OnItem<A>) async throws -> String
    ) {
        routes.on(.post, "/cong/:site/bai/:item/\(name)") { (context: OnItem<A>) in
            do { return context.done(try await work(context)) } catch let refusal as any Refusal {
                if refusal is AuthorizationRefusal { throw refusal }
                return try await ItemScreens(desk: desk, part: part).show(context, error: refusal)
            }
        }
    }

    /// The version the person was looking at: what changed meanwhile is not decided upon unseen.
    private func version<A>(_ context: OnItem<A>) -> Int? { Int(context.visit.form["version"]) }

    /// A moment of a form's day and time, Vietnamese time.
    private func moment(_ visit: DeskVisit) throws -> Instant {
        guard let moment = FormMoment.read(visit.form["ngay"], visit.form["gio"]) else { throw NewsroomRefusal.momentMissing }
        return moment
    }
}

/// `2026-12-01` and `07:30`, as date and time fields send them, in Vietnam.
enum FormMoment {
    static func read(_ day: String, _ time: String) -> Instant? {
        let parts = time.split(separator: ":").compactMap { Int($0) }
        guard let date = CivilDate(day), parts.count >= 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else { return nil }
        return VietnamTime.startOfDay(date).adding(seconds: Int64(parts[0] * 3600 + parts[1] * 60))
    }
}
