import type { Work } from "../../../../database/work.server.ts";
import type { Language } from "../../../../language.ts";
import { needChoices } from "../../need/pages/choices.server.ts";
import { listPlans } from "../../service.server.ts";

/** What a measure can be stated for: plans that have not ended, units and competences. */
export async function measureChoices(work: Work, language: Language) {
	const plans = (await listPlans(work)).filter(({ state }) => state !== "ended");
	return { ...(await needChoices(work, language)), plans: plans.map(({ id, title }) => ({ value: id, label: title })) };
}
