import type { z } from "zod";
import type { Work } from "../../../database/work.server.ts";
import { type Parsed, parseForm } from "../../../forms/parse.ts";
import type { Language } from "../../../language.ts";
import type { Refusal } from "../../../outcome.ts";
import type { Choice } from "../../../ui/ChoiceField.tsx";
import { findChoice } from "../../../ui/choice.ts";
import type { Membership } from "../people/contract.ts";
import { listPeople } from "../service.server.ts";
import { roleName } from "../text.ts";
import { placeLine } from "./contact-line.ts";

/** So many are suggested; in a larger organisation the whole name finds the rest. */
const suggested = 300;

/** Colleagues to choose among by name, students left out. Two roles of one person are two choices. */
export async function listPersonChoices(work: Work, language: Language, except?: string): Promise<Choice[]> {
	const { rows } = await listPeople(work, { pageSize: suggested });
	return choicesOf(rows, language, except);
}

/** What a choice of a person is called, for the fields that already have one. */
export function personChoice(
	person: Pick<Membership, "id" | "name" | "role" | "unitName">,
	language: Language,
): Choice {
	const where = placeLine(person.unitName, language);
	return { value: person.id, label: `${person.name} (${roleName(language, person.role)}, ${where})` };
}

function choicesOf(rows: readonly Membership[], language: Language, except?: string): Choice[] {
	return rows.filter(({ role, id }) => role !== "student" && id !== except).map((row) => personChoice(row, language));
}

/**
 * Reads a form in which people were named by what was typed or chosen from the list. What names nobody, or more than
 * one, is refused with `person-unclear`; what was typed goes back as it was.
 */
export async function parseNaming<Schema extends z.ZodObject>(
	work: Work,
	language: Language,
	schema: Schema,
	form: FormData,
	fields: readonly string[],
): Promise<Parsed<z.output<Schema>>> {
	const read = new FormData();
	const typed: Record<string, string> = {};
	for (const [name, value] of form) {
		const word = typeof value === "string" && fields.includes(name) ? value.trim() : "";
		if (word !== "") typed[name] = word;
		read.append(name, word === "" ? value : ((await findPerson(work, language, word)) ?? word));
	}
	const parsed = parseForm(schema, read);
	const given = { ...parsed.given, ...typed };
	if (!parsed.refusals) return { ...parsed, given };
	return { ...parsed, given, refusals: parsed.refusals.map((refusal) => unclear(refusal, fields)) };
}

function unclear(refusal: Refusal, fields: readonly string[]): Refusal {
	const isName = refusal.field !== undefined && fields.includes(refusal.field);
	return isName && refusal.code === "choice" ? { ...refusal, code: "person-unclear" } : refusal;
}

/** Among those who hold a role now, else among those who have left or are to come: the verb says what it thinks of that. */
async function findPerson(work: Work, language: Language, typed: string): Promise<string | undefined> {
	const search = typed.split(" (")[0] ?? typed;
	for (const status of ["current", "all"] as const) {
		const { rows } = await listPeople(work, { search, status, pageSize: suggested });
		const chosen = findChoice(choicesOf(rows, language), typed);
		if (chosen) return chosen.value;
		const named = rows.filter((row) => row.role !== "student" && fold(row.name) === fold(typed));
		if (named.length === 1) return named[0]?.id;
	}
	return undefined;
}

function fold(text: string): string {
	return text.toLocaleLowerCase("nb");
}
