import type { UnitPath } from "../rules.ts";
import type { Answer, AnswerStep, ContactRow, Question } from "./contract.ts";
import { deputyAnswers, holderAnswers, withWarnings } from "./rules.ts";

/** Who administers an organisation: the last answer before nobody. */
export type Administrator = { readonly name: string; readonly email: string | null; readonly phone: string | null };

/**
 * Who answers a question today. The ladder is walked from the exact unit and profession over the units above to the
 * organisation, its general contact and its administrator; a step where everybody has left is passed over.
 */
export function answer(
	question: Question,
	path: UnitPath,
	contacts: readonly ContactRow[],
	administrators: readonly Administrator[],
	today: string,
): Answer {
	const tried = new Set<AnswerStep>();
	for (const { step, fits } of ladder(question, path)) {
		tried.add(step);
		for (const contact of contacts) {
			if (contact.organisationId !== question.organisationId || !fits(contact)) continue;
			const found = reach(contact, today);
			if (found) return { ...found, step, tried: [...tried] };
		}
	}
	const [administrator] = administrators;
	if (administrator)
		return {
			...{ ...administrator, by: "administrator", contact: null },
			...{ step: "administrator", tried: [...tried, "administrator"] },
		};
	const nobody = { by: null, name: null, email: null, phone: null, contact: null };
	return { ...nobody, step: "nobody", tried: [...tried, "administrator", "nobody"] };
}

type Rung = { readonly step: AnswerStep; fits(contact: ContactRow): boolean };

function ladder(question: Question, path: UnitPath): readonly Rung[] {
	const profession = question.profession ?? null;
	const rung = (step: AnswerStep, unitId: string | null, of: string | null): Rung => ({
		step,
		fits: (contact) =>
			contact.responsibility === question.responsibility && contact.unitId === unitId && contact.profession === of,
	});
	const within = (step: AnswerStep, unitId: string | null, exact: AnswerStep): Rung[] => [
		...(profession === null ? [] : [rung(exact, unitId, profession)]),
		rung(step, unitId, null),
	];
	const [unit, ...above] = path;
	return [
		...(unit === undefined ? [] : within("unit", unit, "unit-and-profession")),
		...above.flatMap((unitId) => within("unit-above", unitId, "unit-above")),
		...within("organisation", null, "organisation-and-profession"),
		{
			step: "other-profession",
			fits: (contact) => contact.responsibility === question.responsibility && contact.unitId === null,
		},
		...[...path, null].map(
			(unitId): Rung => ({
				step: "general",
				fits: (contact) => contact.responsibility === "general" && contact.unitId === unitId,
			}),
		),
	];
}

function reach(contact: ContactRow, today: string): Omit<Answer, "step" | "tried"> | undefined {
	const { name, email, phone, deputyName, deputyEmail, deputyPhone } = contact;
	const found = withWarnings(contact, today);
	if (holderAnswers(contact, today))
		return { by: contact.membershipId === null ? "post-box" : "holder", name, email, phone, contact: found };
	if (deputyAnswers(contact, today))
		return { by: "deputy", name: deputyName, email: deputyEmail, phone: deputyPhone, contact: found };
	return undefined;
}
