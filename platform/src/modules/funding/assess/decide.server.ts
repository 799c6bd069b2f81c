import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { yearsOf } from "../apply/rules.ts";
import { openApplication } from "../apply/service.server.ts";
import { tellApplicants, tellGivers } from "../apply/tell.server.ts";
import { raiseAward } from "../award/raise.server.ts";
import { makeAward } from "../award/service.server.ts";
import { openCall } from "../call/service.server.ts";
import type { FundingRefusal } from "../contract.ts";
import { appealDays } from "./codes.ts";
import type { AppealAnswer, DecisionFacts } from "./contract.ts";
import { awardLines, isToDecideAnew, spread } from "./rules.ts";
import { type OpenedReceived, openGiven, openReceived } from "./service.server.ts";
import * as store from "./store.server.ts";

/**
 * Writes amounts down as proposals for applications that are not decided; those that cannot be considered get none.
 * @param amounts whole kroner by application
 */
export async function proposeGrants(
	work: Work,
	callId: string,
	amounts: ReadonlyMap<string, number>,
): Promise<Outcome<{ readonly count: number }, FundingRefusal>> {
	const given = await openGiven(work, callId);
	if (!given) return refused("missing");
	const versions = (await openCall(work, callId)).done?.versions ?? [];
	const proposals: store.ProposalToWrite[] = [];
	for (const { id, applicantId, number, lines } of await store.listSentLines(work, given.giverId, callId)) {
		const amount = amounts.get(id);
		if (amount === undefined) continue;
		const bound = versions.find((one) => one.number === number)?.content ?? given.content;
		const granted = spread(amount, lines, yearsOf(bound, work.today));
		proposals.push({ id, applicantId, granted, outcome: amount > 0 ? "granted" : "refused" });
	}
	const count = proposals.length;
	if (count > 0) await store.writeProposals(work, { organisationId: given.giverId, callId }, proposals);
	await record(work, {
		...{ verb: "funding-call.propose", objectKind: "funding-call", objectId: callId, detail: { applications: count } },
	});
	return done({ count });
}

/**
 * Decides an application, with the reason: what is granted in each budget year, or that it is refused. What is granted
 * becomes an award the applicant accepts. Decided once; what an appeal overturned is decided anew, and never for less: what is
 * granted more is added to the award. Refused before the deadline of the call, before it is said whether the application can
 * be considered, and for more than was applied for.
 */
export async function decideApplication(
	work: Work,
	callId: string,
	id: string,
	facts: DecisionFacts,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openReceived(work, callId, id);
	if (opened.refused) return opened;
	const { giverId, giverName, received, decision, appeal, standing, content } = opened.done;
	const isAnew = isToDecideAnew(decision, appeal);
	if (decision?.decidedAt && !isAnew) return refused("already-decided");
	if (received.withdrawn) return refused("application-withdrawn");
	if (standing === "open" || standing === "coming") return refused("not-closed");
	if (decision === null || decision.eligible === null) return refused("not-judged");
	if (facts.because === "") return refused("note-missing", { field: "because" });
	const isGranted = facts.outcome === "granted";
	if (isGranted && !decision.eligible) return refused("not-eligible", { field: "outcome" });
	const refusal = isGranted ? refuseAmounts(opened.done, facts) : undefined;
	if (refusal) return refusal;
	const award = await awardBy(work, opened.done, facts, id);
	if (award?.refused) return award;
	const by = work.actor.kind === "person" ? work.actor.name : giverName;
	const written = await store.writeDecision(
		work,
		{ organisationId: giverId, applicationId: id },
		{ callId, applicantId: received.applicantId, version: facts.version },
		{
			...{ outcome: facts.outcome, granted: isGranted ? facts.granted : [], because: facts.because },
			...{ conditional: facts.conditional, decided: { by, appealBy: addDays(work.today, appealDays) } },
			...(award ? { awardId: award.done.id } : {}),
		},
	);
	if (!written) return refused("changed-by-another");
	await record(work, {
		...{ verb: "funding-application.decide", objectKind: "funding-application", objectId: id },
		detail: { outcome: facts.outcome },
	});
	await tellApplicants(
		work,
		received.content.parties.map((party) => party.id),
		{ step: facts.outcome, title: content.title, by: giverName, link: `/funding/applications/${id}#decision` },
	);
	return done(undefined);
}

function refuseAmounts({ received }: OpenedReceived, { granted }: DecisionFacts) {
	const { lines } = received.content;
	const applied = (year: number) =>
		lines.flatMap(({ amounts }) => amounts).reduce((sum, one) => sum + (one.year === year ? one.applied : 0), 0);
	const over = granted.find(({ year, kroner }) => kroner > applied(year));
	if (over)
		return refused("over-applied", {
			field: `granted-${over.year}`,
			detail: { kroner: applied(over.year), year: over.year },
		});
	const sum = granted.reduce((total, { kroner }) => total + kroner, 0);
	return sum === 0 ? refused("grant-missing", { field: `granted-${granted[0]?.year ?? ""}` }) : undefined;
}

/** The award that follows: made, raised where an appeal gave more, or none. */
async function awardBy(
	work: Work,
	opened: OpenedReceived,
	facts: DecisionFacts,
	id: string,
): Promise<Outcome<{ readonly id: string }, FundingRefusal> | undefined> {
	const { decision, received, bound } = opened;
	if (!decision?.awardId) return facts.outcome === "granted" ? awardOf(work, opened, facts, id) : undefined;
	const before = new Map(decision.granted.map(({ year, kroner }) => [year, kroner]));
	const now = new Map(facts.outcome === "granted" ? facts.granted.map(({ year, kroner }) => [year, kroner]) : []);
	const less = [...before].find(([year, kroner]) => (now.get(year) ?? 0) < kroner);
	if (less)
		return refused("under-granted", { field: `granted-${less[0]}`, detail: { kroner: less[1], year: less[0] } });
	const added = [...now].map(([year, kroner]) => ({ year, kroner: kroner - (before.get(year) ?? 0) }));
	const around = { conditional: facts.conditional, categories: bound.categories };
	const raised = await raiseAward(work, decision.awardId, {
		more: awardLines(added, received.content.lines, around),
		because: facts.because,
	});
	return raised.refused ? raised : done({ id: decision.awardId });
}

function awardOf(work: Work, opened: OpenedReceived, facts: DecisionFacts, id: string) {
	const { received, bound, giverId, call } = opened;
	const [, spendBy = work.today] = [bound.spendBy ?? work.today, work.today].sort();
	const { number } = received.content;
	return makeAward(work, {
		...{ recipientId: received.applicantId, applicationId: id, title: bound.title, reference: received.reference },
		call: number === null ? null : { organisationId: giverId, id: call.id, number },
		...{ decidedOn: work.today, conditions: bound.conditions, carryOver: bound.carryOver, carries: bound.carries },
		// Where the call does not say, nothing is lost when somebody drops out.
		...{ droppedShare: bound.droppedShare ?? 100, spendBy },
		...{ reportBy: [bound.reportOn ?? spendBy, spendBy].sort()[1] ?? spendBy, interimOn: bound.interimOn },
		lines: awardLines(facts.granted, received.content.lines, {
			...{ conditional: facts.conditional, categories: bound.categories },
		}),
	});
}

/** What is decided of an application one takes part in, and the appeal against it. */
export async function readDecision(work: Work, id: string) {
	const decision = await store.findDecision(work, id);
	if (!decision?.decidedAt) return null;
	const appeal = (await store.findAppeal(work, id)) ?? null;
	return { decision, appeal, mayAppeal: appeal === null && (decision.appealBy ?? "") >= work.today };
}

/** Appeals a decision, by the day it can be. */
export async function appealDecision(
	work: Work,
	id: string,
	written: string,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openApplication(work, id);
	if (opened.refused) return opened;
	const { application, own, content } = opened.done;
	const found = await readDecision(work, id);
	if (own.state !== "lead" || !found) return refused("not-allowed");
	if (!found.mayAppeal) return refused(found.appeal ? "already-answered" : "appeal-late");
	if (written === "") return refused("note-missing", { field: "written" });
	const by = work.actor.kind === "person" ? work.actor.name : own.name;
	const giverId = application.callOrganisationId;
	await store.insertAppeal(work, { organisationId: own.id, applicationId: id }, { giverId, written, by });
	await record(work, { verb: "funding-application.appeal", objectKind: "funding-application", objectId: id });
	await tellGivers(work, giverId, {
		...{ step: "appealed", title: content.title, by: own.name },
		link: `/funding/calls/${application.callId}/applications/${id}#appeal`,
	});
	return done(undefined);
}

/** Answers an appeal: the decision stands, or it is decided anew. */
export async function answerAppeal(
	work: Work,
	callId: string,
	id: string,
	answer: AppealAnswer,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openReceived(work, callId, id);
	if (opened.refused) return opened;
	const { received, appeal, giverName, content } = opened.done;
	if (!appeal || appeal.outcome !== null) return refused("already-answered");
	const by = work.actor.kind === "person" ? work.actor.name : giverName;
	const key = { organisationId: received.applicantId, applicationId: id };
	if (!(await store.answerAppeal(work, key, { ...answer, by }))) return refused("already-answered");
	await record(work, {
		...{ verb: "funding-application.answer-appeal", objectKind: "funding-application", objectId: id },
		detail: { outcome: answer.outcome },
	});
	await tellApplicants(
		work,
		received.content.parties.map((party) => party.id),
		{
			...{
				step: answer.outcome === "upheld" ? "appeal-upheld" : "appeal-granted",
				title: content.title,
				by: giverName,
			},
			link: `/funding/applications/${id}#decision`,
		},
	);
	return done(undefined);
}
