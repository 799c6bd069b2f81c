import type { Refusal } from "../../../outcome.ts";
import { groupsBy } from "../../../statistic/cut.ts";
import type { Need } from "../knowledge/contract.ts";
import type { Asker } from "../rules.ts";
import type { ResearchState } from "./codes.ts";
import type { Ask, AskAnswer, AskFacts, Research, ResearchFacts, ResearchRefusal } from "./contract.ts";

const proposing = ["administrator", "manager", "researcher", "teacher", "project-leader", "network-leader", "adviser"];
const answering = ["administrator", "manager", "project-leader", "unit-leader", "agreement-coordinator"];

/** Proposes research for the organisation acted for. */
export function mayPropose(asker: Asker): boolean {
	return asker.organisationId !== null && (asker.system || asker.holdings.some(({ role }) => proposing.includes(role)));
}

/** Answers what the organisation acted for is asked: those who answer for its people and what it holds. */
export function mayAnswer(asker: Asker): boolean {
	return asker.organisationId !== null && (asker.system || asker.holdings.some(({ role }) => answering.includes(role)));
}

/** What is wrong with research as it is stated. */
export function refuseResearch({ firstDay, lastDay, funding, fundingSource }: ResearchFacts) {
	const refusals: Refusal<ResearchRefusal>[] = [];
	if (lastDay < firstDay) refusals.push({ code: "ends-before-start", field: "lastDay" });
	if ((funding === "sought" || funding === "granted") && fundingSource === "")
		refusals.push({ code: "source-missing", field: "fundingSource" });
	return refusals;
}

/** What is wrong with asking an organisation: it is told what is asked of whom, and is asked once. */
export function refuseAsk(
	{ partyId, needId, hours, data, access, answerBy }: AskFacts,
	around: {
		readonly organisationId: string;
		/** Organisations that are asked already. */
		readonly asked: ReadonlySet<string>;
		/** The need that is named, where it may be read. */
		readonly need: Pick<Need, "organisationId" | "closedOn"> | null;
		readonly today: string;
	},
): Refusal<ResearchRefusal>[] {
	const refusals: Refusal<ResearchRefusal>[] = [];
	if (partyId === around.organisationId) refusals.push({ code: "self-asked", field: "partyId" });
	if (around.asked.has(partyId)) refusals.push({ code: "asked-already", field: "partyId" });
	if (needId !== null && (around.need?.organisationId !== partyId || around.need.closedOn !== null))
		refusals.push({ code: "need-unknown", field: "needId" });
	if (hours === null && data === "" && access === "") refusals.push({ code: "asks-nothing", field: "hours" });
	if (answerBy < around.today) refusals.push({ code: "answer-in-the-past", field: "answerBy" });
	return refusals;
}

/** What is wrong with an answer: a no has a kind of reason, a change says what it is, and neither gives more than was asked. */
export function refuseAnswer(
	{ answer, noBecause, answerWords, hoursGiven }: AskAnswer,
	asked: Pick<Ask, "hours">,
): Refusal<ResearchRefusal>[] {
	const refusals: Refusal<ResearchRefusal>[] = [];
	if (answer === "no" && noBecause === null) refusals.push({ code: "why-missing", field: "noBecause" });
	if (answer === "changed" && answerWords === "") refusals.push({ code: "words-missing", field: "answerWords" });
	if (answer === "changed" && asked.hours !== null && hoursGiven === null)
		refusals.push({ code: "hours-missing", field: "hoursGiven" });
	if (answer !== "no" && hoursGiven !== null && asked.hours !== null && hoursGiven > asked.hours)
		refusals.push({ code: "too-many-hours", field: "hoursGiven", detail: { hours: asked.hours } });
	return refusals;
}

/** What is written down of an answer: a yes gives what was asked, a no gives nothing, and only a no has a reason of a kind. */
export function answered(given: AskAnswer, { hours }: Pick<Ask, "hours">): AskAnswer {
	if (given.answer === "no") return { ...given, hoursGiven: hours === null ? null : 0 };
	return { ...given, noBecause: null, hoursGiven: given.answer === "yes" ? hours : given.hoursGiven };
}

/** Those who take part: who has said yes, or yes with a change. */
export function takesPart({ answer, withdrawnOn }: Pick<Ask, "answer" | "withdrawnOn">): boolean {
	return withdrawnOn === null && (answer === "yes" || answer === "changed");
}

/** Who reads research: who proposes it, and those who are asked and have not been let go. */
export function readersOf(organisationId: string, asks: readonly Pick<Ask, "partyId" | "withdrawnOn">[]): string[] {
	const asked = asks.flatMap(({ partyId, withdrawnOn }) => (withdrawnOn === null ? [partyId] : []));
	return [...new Set([organisationId, ...asked])];
}

/** Where research is on any day. */
export function stateOf({ returnedOn, endedOn }: Pick<Research, "returnedOn" | "endedOn">): ResearchState {
	if (endedOn !== null) return "ended";
	return returnedOn === null ? "going" : "returned";
}

/** How much a group of municipalities is asked. */
export type AskedGroup<Class> = {
	readonly class: Class | "unknown";
	readonly count: number;
	readonly never: number;
	readonly asks: number;
};

/** How much municipalities are asked by a cut, in the order of its classes; classes nobody is in are left out. */
export function askedBy<One extends { readonly asks: number }, const Class extends string>(
	all: readonly One[],
	classes: readonly Class[],
	classOf: (one: One) => Class | null,
): AskedGroup<Class>[] {
	return groupsBy(all, classes, classOf).map(({ class: one, group }) => ({
		...{ class: one ?? "unknown", count: group.length },
		never: group.filter(({ asks }) => asks === 0).length,
		asks: group.reduce((sum, { asks }) => sum + asks, 0),
	}));
}
