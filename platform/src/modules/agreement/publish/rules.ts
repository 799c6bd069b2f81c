import { addDays } from "../../../day.ts";
import type { Refusal } from "../../../outcome.ts";
import { contentOf } from "../content.ts";
import type { Agreement, Party, WholeAgreement } from "../contract.ts";
import { type Audience, audiences } from "./codes.ts";
import type { Proposal, Publishing, PublishRefusal } from "./contract.ts";

/** Days a party without an account here has to object. */
export const daysToObject = 21;

/** How much of an agreement is shown, and to whom. */
export type Shown = { readonly audience: Audience; readonly wholeText: boolean };

/** Whether what is asked for shows more, or to more people, than what is shown now: then the parties have to agree. */
export function showsMore(now: Shown, asked: Shown): boolean {
	const [before, after] = [audiences.indexOf(now.audience), audiences.indexOf(asked.audience)];
	return (
		after > before ||
		(asked.audience === "everybody" && now.audience === "everybody" && asked.wholeText && !now.wholeText)
	);
}

/** Kinds of agreement that are for their parties alone: how personal data is protected is not for everybody to read. */
export function isForParties({ kind }: Pick<Agreement, "kind">): boolean {
	return kind === "data-processing";
}

/** Why an agreement cannot be shown so: its kind, or names and addresses of people in what everybody would read. */
export function refusePublishing(
	whole: WholeAgreement,
	{ audience, wholeText }: Publishing,
): readonly Refusal<PublishRefusal>[] {
	if (audience === "parties") return [];
	if (isForParties(whole.agreement)) return [{ code: "not-for-others", field: "audience" }];
	if (audience !== "everybody") return [];
	const found = namesIn(whole, wholeText);
	return found.length === 0 ? [] : [{ code: "names-in-text", field: "wholeText", detail: { found: found.join(", ") } }];
}

/** E-mail addresses, telephone numbers as they are usually written, and national identity numbers. */
const personal = [
	/[^\s@,;:()<>]+@[^\s@,;:()<>]+\.[a-z]{2,}/gi,
	/(?:\+47 ?)(?:\d ?){8}/g,
	/\b\d{3} \d{2} \d{3}\b/g,
	/\b\d{2} \d{2} \d{2} \d{2}\b/g,
	/\b\d{6} ?\d{5}\b/g,
];

/** People's names and addresses that stand in what everybody would read: the title, and the text where it is shown. */
export function namesIn(whole: WholeAgreement, wholeText: boolean): readonly string[] {
	const { agreement, parties, contacts } = whole;
	const { facts, provisions, themes, commitments } = contentOf(whole);
	const text = wholeText ? wordsIn([facts, provisions, themes, commitments]).join("\n") : agreement.title;
	const known = [
		...parties.flatMap(({ coordinatorName, deputyName, signedBy }) => [coordinatorName, deputyName, signedBy]),
		...contacts.flatMap(({ name, deputyName }) => [name, deputyName]),
	];
	// A first name alone is a word like others.
	const full = [...new Set(known.flatMap((name) => (name?.includes(" ") ? [name] : [])))];
	const small = text.toLocaleLowerCase("nb");
	const named = full.filter((name) => small.includes(name.toLocaleLowerCase("nb")));
	return [...named, ...new Set(personal.flatMap((pattern) => text.match(pattern) ?? []))].map((one) => one.trim());
}

function wordsIn(value: unknown): string[] {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/**
 * The parties that sign and whose yes is waited for: those with somebody here until they give it, those without until
 * they have been asked and the day to object by has gone.
 */
export function yetToAgree(
	{ agreedIds, askedIds, answerBy }: Pick<Proposal, "agreedIds" | "askedIds" | "answerBy">,
	parties: readonly Party[],
	isHere: ReadonlySet<string>,
	today: string,
): readonly Party[] {
	return parties.filter(({ signs, organisationId }) => {
		if (!signs || agreedIds.includes(organisationId)) return false;
		return isHere.has(organisationId) || !askedIds.includes(organisationId) || today <= answerBy;
	});
}

/** The day to object by of one that is asked today. */
export function answerDay(today: string): string {
	return addDays(today, daysToObject);
}
