import { defineText } from "../../language.ts";
import type { FindShortcuts } from "../../registry/shortcuts.server.ts";
import { mayOf } from "./asker.server.ts";

const text = defineText({
	nb: { own: "Våre utlysninger", calls: "Utlysninger å søke på" },
	nn: { own: "Utlysingane våre", calls: "Utlysingar å søkje på" },
	en: { own: "Our calls", calls: "Calls to apply to" },
});

/** Calls, for those who make them and those who apply. */
export const findFundingShortcuts: FindShortcuts = async (work, about) => {
	const { actor } = work;
	if (about !== null || actor.kind !== "person" || actor.organisationId === null) return [];
	const may = await mayOf(work);
	if (may.makeCalls) return [{ path: "/funding/own", label: text[actor.language].own }];
	return may.apply ? [{ path: "/funding/portfolio", label: text[actor.language].calls }] : [];
};
