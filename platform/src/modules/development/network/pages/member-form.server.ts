import type { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { findNamed, withChosen } from "../../../../ui/choice.ts";

/** What was written of a member; an organisation that is in no list is said to be unknown, and what was typed stays. */
export function parseMember<Schema extends z.ZodObject>(schema: Schema, form: FormData, choices: readonly Choice[]) {
	const typed = form.get("partyId");
	const name = typeof typed === "string" ? typed.trim() : "";
	if (name !== "" && !findNamed(choices, name)) {
		const parsed = parseForm(schema, withoutParty(form));
		const given = { ...parsed.given, partyId: name };
		return { refusals: [...(parsed.refusals ?? []), { code: "organisation-unknown", field: "partyId" }], given };
	}
	const parsed = parseForm(schema, withChosen(form, "partyId", choices));
	return { ...parsed, given: { ...parsed.given, partyId: name } };
}

function withoutParty(form: FormData): FormData {
	const read = new FormData();
	for (const [key, value] of form) if (key !== "partyId") read.append(key, value);
	return read;
}
