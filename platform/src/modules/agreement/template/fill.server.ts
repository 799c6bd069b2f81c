import type { Work } from "../../../database/work.server.ts";
import type { Language } from "../../../language.ts";
import { done, type Outcome } from "../../../outcome.ts";
import type { AgreementRefusal } from "../contract.ts";
import { openForWriting } from "../draft.server.ts";
import { addCommitment, changeTheme } from "../text.server.ts";
import { filled, templateOf, usualCommitments } from "./template.ts";

/**
 * Fills what is empty in the themes of an agreement (or in one of them) with the text of their templates, and adds what is
 * usually promised where nothing is promised yet. What somebody has written stands.
 */
export async function fillThemes(
	work: Work,
	agreementId: string,
	language: Language,
	only: string | null = null,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openForWriting(work, agreementId);
	if (opened.refused) return opened;
	const { themes, commitments, parties } = opened.done;
	for (const { id, sort, version, ...facts } of themes) {
		const template = templateOf(facts.theme, language);
		if (template === undefined || (only !== null && only !== id)) continue;
		const changed = await changeTheme(work, agreementId, id, { ...filled(facts, template), version });
		if (changed.refused) return changed;
		if (commitments.some(({ themeId }) => themeId === id)) continue;
		for (const usual of usualCommitments(facts.theme, template, parties)) {
			const added = await addCommitment(work, agreementId, {
				...{ ...usual, themeId: id, amount: null, per: "year", profession: null, yearOfStudy: null },
				...{ unitName: null, firstDay: null, lastDay: null },
			});
			if (added.refused) return added;
		}
	}
	return done(undefined);
}
