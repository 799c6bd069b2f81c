import type { z } from "zod";
import type { Work } from "../../../../database/work.server.ts";
import { type Parsed, parseForm } from "../../../../forms/parse.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { findChoice } from "../../../../ui/choice.ts";
import { readVocabulary } from "../../../organisation/service.server.ts";

/** Settings to choose among, gathered under their sectors. */
export async function listSettingChoices(work: Work, language: "nb" | "nn" | "en"): Promise<Choice[]> {
	const { settings, sectors } = await readVocabulary(work);
	return settings.map((setting) => ({
		value: setting.code,
		label: setting.name[language],
		group: sectors.find((sector) => sector.code === setting.sector)?.name[language] ?? setting.sector,
	}));
}

/**
 * Reads a form in which the institution was named by what was typed or chosen from the list, unless it is the keeper
 * itself. What names none is refused as `institution-unknown`; what was typed goes back as it was.
 */
export function parseWithInstitution<Schema extends z.ZodObject>(
	schema: Schema,
	form: FormData,
	choices: readonly Choice[],
	own: string | null,
): Parsed<z.output<Schema>> {
	const typed = form.get("institutionId");
	const read = new FormData();
	for (const [name, value] of form) if (name !== "institutionId") read.append(name, value);
	const word = typeof typed === "string" ? typed : "";
	read.set("institutionId", own ?? findChoice(choices, word)?.value ?? word);
	const parsed = parseForm(schema, read);
	const given = { ...parsed.given, institutionId: word };
	if (!parsed.refusals) return { ...parsed, given };
	return {
		...parsed,
		given,
		refusals: parsed.refusals.map((refusal) =>
			refusal.field === "institutionId" && word !== "" ? { ...refusal, code: "institution-unknown" } : refusal,
		),
	};
}
