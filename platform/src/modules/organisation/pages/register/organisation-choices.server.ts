import type { z } from "zod";
import type { Work } from "../../../../database/work.server.ts";
import { addDays } from "../../../../day.ts";
import { type Parsed, parseForm } from "../../../../forms/parse.ts";
import { formatShortDate, type Language } from "../../../../language.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { findChoice } from "../../../../ui/choice.ts";
import { day } from "../../contract.ts";
import { listEveryOrganisation } from "../../directory/list.store.server.ts";
import { listOrganisations } from "../../service.server.ts";
import { registerPagesText } from "./register.text.ts";

/** Organisations to choose among by name and number, as of today or another day; of one kind, or of every. */
export async function listOrganisationChoices(
	work: Work,
	{ kind, asOf, except }: { kind?: string; asOf?: string; except?: string } = {},
): Promise<Choice[]> {
	const { rows } = await listOrganisations(work, {
		...(kind === undefined ? {} : { kind }),
		...(asOf === undefined ? {} : { asOf }),
	});
	return rows
		.filter((row) => row.id !== except)
		.map(({ id, name, number }) => ({ value: id, label: number === null ? name : `${name} (${number})` }));
}

/** An organisation to choose, and when there was one. */
export type LastingChoice = Choice & { readonly validFrom: string; readonly validTo: string | null };

/** Every organisation of a kind there is or has been, by its newest name; one that has ended says when. */
export async function listLastingChoices(
	work: Work,
	language: Language,
	{ kind, except }: { readonly kind: string; readonly except: string },
): Promise<LastingChoice[]> {
	const rows = await listEveryOrganisation(work, kind);
	return rows
		.filter((row) => row.id !== except)
		.map(({ id, name, number, validFrom, validTo }) => {
			const hasEnded = validTo !== null && validTo < work.today;
			const more = [
				...(number === null ? [] : [number]),
				...(hasEnded ? [registerPagesText[language].until(formatShortDate(language, validTo))] : []),
			];
			return { value: id, label: more.length === 0 ? name : `${name} (${more.join(", ")})`, validFrom, validTo };
		});
}

/** `parseNamingOrganisations` where the form says on which day it happens: a bare name means the one there was then. */
export function parseNamingOrganisationsOn<Schema extends z.ZodObject>(
	choices: readonly LastingChoice[],
	schema: Schema,
	form: FormData,
	fields: readonly string[],
): Parsed<z.output<Schema>> {
	const on = day.safeParse(form.get("happenedOn"));
	const then = on.success
		? choices.filter(({ validFrom, validTo }) => {
				return validFrom <= on.data && (validTo === null || validTo >= addDays(on.data, -1));
			})
		: choices;
	return parseNamingOrganisations(choices, schema, form, fields, then);
}

/**
 * Reads a form in which organisations were named by what was typed or chosen from the list. What names nobody, or more
 * than one, is refused with `organisation-unclear`; what was typed goes back as it was.
 */
export function parseNamingOrganisations<Schema extends z.ZodObject>(
	choices: readonly Choice[],
	schema: Schema,
	form: FormData,
	fields: readonly string[],
	likely = choices,
): Parsed<z.output<Schema>> {
	const read = new FormData();
	const typed: Record<string, string> = {};
	for (const [name, value] of form) {
		const word = typeof value === "string" && fields.includes(name) ? value.trim() : "";
		if (word !== "") typed[name] = word;
		read.append(name, word === "" ? value : (findOrganisationChoice(choices, likely, word)?.value ?? word));
	}
	const parsed = parseForm(schema, read);
	const given = { ...parsed.given, ...typed };
	if (!parsed.refusals) return { ...parsed, given };
	return { ...parsed, given, refusals: parsed.refusals.map((refusal) => unclear(refusal, typed)) };
}

function unclear(refusal: Refusal, typed: Readonly<Record<string, string>>): Refusal {
	const isName = refusal.field !== undefined && Object.hasOwn(typed, refusal.field);
	return isName ? { ...refusal, code: "organisation-unclear" } : refusal;
}

/** The choice itself, or the only one of the likely ones, else of all, called this without its number. */
function findOrganisationChoice(
	choices: readonly Choice[],
	likely: readonly Choice[],
	typed: string,
): Choice | undefined {
	return findChoice(choices, typed) ?? findByName(likely, typed) ?? findByName(choices, typed);
}

function findByName(choices: readonly Choice[], typed: string): Choice | undefined {
	return findChoice(
		choices.map((choice) => ({ ...choice, label: choice.label.replace(/ \([^()]*\)$/, "") })),
		typed,
	);
}
