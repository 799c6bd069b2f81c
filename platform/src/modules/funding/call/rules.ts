import type { FormDefinition, Question } from "../../../forms/definition.ts";
import { questionsOf } from "../../../forms/parts.ts";
import type { Refusal } from "../../../outcome.ts";
import { type CallStanding, type CallWay, preparedFacts } from "../codes.ts";
import type { FundingRefusal } from "../contract.ts";
import type { CallContent, MoneyFacts } from "./contract.ts";

/** How a call stands on a day. */
export function standingOf(
	call: { readonly way: CallWay; readonly published: number | null; readonly withdrawnAt: Date | null },
	days: { readonly opensOn: string | null; readonly closesOn: string | null },
	today: string,
): CallStanding {
	if (call.withdrawnAt !== null) return "withdrawn";
	if (call.way === "here" && call.published === null) return "draft";
	if (days.closesOn !== null && days.closesOn < today) return "closed";
	return days.opensOn !== null && days.opensOn > today ? "coming" : "open";
}

/** Days and amounts that contradict each other; each at its field. */
export function refuseMoney(facts: MoneyFacts): readonly Refusal<FundingRefusal>[] {
	const { opensOn, closesOn, decidesOn, spendBy, reportOn, interimOn, lowest, highest, pot } = facts;
	const found: Refusal<FundingRefusal>[] = [];
	const after = (
		one: string | number | null,
		other: string | number | null,
		code: FundingRefusal,
		field: keyof MoneyFacts,
	) => {
		if (one !== null && other !== null && one > other) found.push({ code, field });
	};
	after(opensOn, closesOn, "closes-before-opens", "closesOn");
	after(closesOn, decidesOn, "decides-before-closes", "decidesOn");
	after(decidesOn, spendBy, "spend-before-decides", "spendBy");
	after(spendBy, reportOn, "report-before-spend", "reportOn");
	after(decidesOn, interimOn, "interim-before-decides", "interimOn");
	if (interimOn !== null && reportOn !== null && interimOn >= reportOn)
		found.push({ code: "interim-after-report", field: "interimOn" });
	after(lowest, highest, "lowest-over-highest", "highest");
	after(highest, pot, "highest-over-pot", "highest");
	return found;
}

/** Why a call cannot be published; `name` says of what. */
export type Lack = {
	readonly code:
		| "title"
		| "scheme"
		| "purpose"
		| "regulation"
		| "applicants"
		| "pot"
		| "own-share"
		| "days"
		| "days-order"
		| "carry-over"
		| "categories"
		| "criteria"
		| "weights"
		| "application-form"
		| "report-form"
		/** A question of the report that nothing in the application, the award or what is measured prepares. */
		| "unprepared";
	readonly name?: string;
	readonly sum?: number;
};

/** A form of the call: its newest content, and whether it could be published as it stands. */
export type CallForm = { readonly definition: FormDefinition; readonly isReady: boolean } | null;

/** All that stands in the way of publishing, in the order of the steps. */
export function lacksOf(content: CallContent, application: CallForm, report: CallForm): readonly Lack[] {
	const found: Lack[] = [];
	const need = (is: boolean, code: Lack["code"]) => {
		if (!is) found.push({ code });
	};
	need(content.title !== "", "title");
	need(content.schemeId !== null, "scheme");
	need(content.purpose !== "", "purpose");
	need(content.regulation !== "", "regulation");
	const { municipality, joint, regional, county, institution, provider } = content;
	need(municipality || joint || regional || county || institution || provider, "applicants");
	need(content.pot !== null, "pot");
	need(content.ownShare !== null, "own-share");
	const days = [content.opensOn, content.closesOn, content.decidesOn, content.spendBy, content.reportOn];
	need(!days.includes(null), "days");
	need(refuseMoney(content).length === 0, "days-order");
	need(content.carryOver !== "", "carry-over");
	need(content.categories.length > 0, "categories");
	need(content.criteria.length > 0, "criteria");
	const sum = content.criteria.reduce((total, { weight }) => total + weight, 0);
	if (content.criteria.length > 0 && sum !== 100) found.push({ code: "weights", sum });
	need(application?.isReady === true, "application-form");
	need(report?.isReady === true, "report-form");
	if (report)
		for (const question of unpreparedOf(content, application, report))
			found.push({ code: "unprepared", name: question.label.nb });
	return found;
}

/** What may prepare a question of the report, by its name in `prepared`. */
export function sourcesOf(content: CallContent, application: CallForm): ReadonlySet<string> {
	return new Set([
		...preparedFacts.map((fact) => `fact ${fact}`),
		...content.measures.map(({ id }) => `measure ${id}`),
		...(application ? questionsOf(application.definition.parts).map(({ id }) => `application ${id}`) : []),
	]);
}

/**
 * Questions of the report that nothing prepares. A judgement in free words needs no record: it is made when it is asked
 * for. A number, a day, a choice or a document that nobody was told to keep is not asked for.
 */
export function unpreparedOf(content: CallContent, application: CallForm, report: CallForm): readonly Question[] {
	if (!report) return [];
	const sources = sourcesOf(content, application);
	return toPrepare(report.definition).filter(({ id }) => !sources.has(content.prepared[id] ?? ""));
}

/** The questions of a report that must be prepared. */
export function toPrepare(definition: FormDefinition): readonly Question[] {
	return questionsOf(definition.parts).filter(
		({ kind }) => kind !== "longText" && kind !== "text" && kind !== "person",
	);
}

/** What a version says otherwise than the one before, by field. */
export function changedFields(before: CallContent, now: CallContent): readonly (keyof CallContent)[] {
	const fields = Object.keys(before).filter((field): field is keyof CallContent => field in now);
	return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]));
}
