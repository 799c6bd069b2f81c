import { defineText } from "../../language.ts";
import type { FindShortcuts } from "../../registry/shortcuts.server.ts";
import { mandateOf } from "../organisation/service.server.ts";
import { mayKeepAgreements } from "./rules.ts";

const text = defineText({
	nb: { agreements: "Avtaler" },
	nn: { agreements: "Avtalar" },
	en: { agreements: "Agreements" },
});

/** Agreements, for those who keep them. */
export const findAgreementShortcuts: FindShortcuts = async (work, about) => {
	const { actor } = work;
	if (about !== null || actor.kind !== "person" || actor.organisationId === null) return [];
	if (!mayKeepAgreements(await mandateOf(work))) return [];
	return [{ path: "/agreements", label: text[actor.language].agreements }];
};
