import type { z } from "zod";
import type { Work } from "../../../../database/work.server.ts";
import { type Parsed, parseForm } from "../../../../forms/parse.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { findChoice } from "../../../../ui/choice.ts";
import { listOrganisations } from "../../service.server.ts";

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

/**
 * Reads a form in which organisations were named by what was typed or chosen from the list. What names nobody, or more
 * than one, is refused with `organisation-unclear`; what was typed goes back as it was.
 */
export function parseNamingOrganisations<Schema extends z.ZodObject>(
	choices: readonly Choice[],
	schema: Schema,
	form: FormData,
	fields: readonly string[],
): Parsed<z.output<Schema>> {
	const read = new FormData();
	const typed: Record<string, string> = {};
	for (const [name, value] of form) {
		const word = typeof value === "string" && fields.includes(name) ? value.trim() : "";
		if (word !== "") typed[name] = word;
		read.append(name, word === "" ? value : (findOrganisationChoice(choices, word)?.value ?? word));
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

/** The choice itself, or the only one called this without its number. */
function findOrganisationChoice(choices: readonly Choice[], typed: string): Choice | undefined {
	const chosen = findChoice(choices, typed);
	if (chosen) return chosen;
	return findChoice(
		choices.map((choice) => ({ ...choice, label: choice.label.replace(/ \([^()]*\)$/, "") })),
		typed,
	);
}
