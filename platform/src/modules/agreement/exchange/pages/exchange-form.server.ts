import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { findNamed } from "../../../../ui/choice.ts";
import { exchangeFacts } from "../contract.ts";

const typed = exchangeFacts.extend({
	homeId: z.string().trim(),
	guestId: z.string().trim(),
	financing: exchangeFacts.shape.financing.nullable(),
	tasks: exchangeFacts.shape.tasks.nullable(),
});

/** Reads an exchange: organisations are written by name. */
export function readExchangeForm(form: FormData, choices: readonly Choice[]) {
	const parsed = parseForm(typed, form);
	const refusals: Refusal[] = [...(parsed.refusals ?? [])];
	if (!parsed.values) return { refusals, given: parsed.given } as const;
	const { homeId, guestId, financing, tasks, ...rest } = parsed.values;
	const [home, guest] = [findNamed(choices, homeId)?.value, findNamed(choices, guestId)?.value];
	if (home === undefined) refusals.push({ code: "organisation-unknown", field: "homeId" });
	if (guest === undefined) refusals.push({ code: "organisation-unknown", field: "guestId" });
	if (home === undefined || guest === undefined) return { refusals, given: parsed.given } as const;
	const facts = { ...rest, homeId: home, guestId: guest, financing: financing ?? "", tasks: tasks ?? "" };
	return { facts, given: parsed.given } as const;
}
