import type { z } from "zod";
import { parseForm } from "../../forms/parse.ts";
import type { Choice } from "../../ui/ChoiceField.tsx";
import { findNamed, withChosen } from "../../ui/choice.ts";

/**
 * What was written in a form that names an organisation (`partyId`, a lookup): one that is in no list is said to be unknown
 * with everything else that is wrong, and what was typed stays.
 * @param unknown the room's word for one that is in no list
 */
export function parseParty<Schema extends z.ZodObject>(
	schema: Schema,
	form: FormData,
	choices: readonly Choice[],
	unknown = "organisation-unknown",
) {
	const typed = form.get("partyId");
	const name = typeof typed === "string" ? typed.trim() : "";
	if (name !== "" && !findNamed(choices, name)) {
		const parsed = parseForm(schema, withoutParty(form));
		const given = { ...parsed.given, partyId: name };
		// Where somebody must be named, nobody is missing besides: who was named is not known.
		const others = (parsed.refusals ?? []).filter(({ field }) => field !== "partyId");
		return { refusals: [...others, { code: unknown, field: "partyId" }], given };
	}
	const parsed = parseForm(schema, withChosen(form, "partyId", choices));
	return { ...parsed, given: { ...parsed.given, partyId: name } };
}

function withoutParty(form: FormData): FormData {
	const read = new FormData();
	for (const [key, value] of form) if (key !== "partyId") read.append(key, value);
	return read;
}
