import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { findNamed } from "../../../../ui/choice.ts";
import type { Given } from "../../../../ui/form-context.ts";

import { linesAtOnce } from "../codes.ts";
import {
	type AnswerLine,
	answerLine,
	type NewRequests,
	type RequestAnswer,
	requestAnswer,
	requestFacts,
} from "../contract.ts";

export type SentOrder = { readonly given: Given; readonly lines: number } & (
	| { readonly kind: "lines" }
	| { readonly kind: "refused"; readonly refusals: readonly Refusal[] }
	| { readonly kind: "order"; readonly values: NewRequests; readonly send: boolean }
);

const control = z.object({ count: z.int().min(1).max(400), do: z.enum(["draft", "send", "add", "fetch"]) });
const line = z.object({ hostId: z.uuid(), places: z.int().min(1).max(10_000) });

/** Reads an order to many hosts: what is ordered, and a table of hosts with numbers. Lines left blank say nothing. */
export function readOrderForm(form: FormData, hosts: readonly Choice[]): SentOrder {
	const sent = parseForm(control, form).values ?? { count: linesAtOnce, do: "draft" as const };
	const facts = parseForm(requestFacts, form);
	const given: Record<string, string | readonly string[]> = { ...facts.given };
	const lines: NewRequests["lines"] = [];
	const refusals: Refusal[] = [...(facts.refusals ?? [])];
	for (let index = 0; index < sent.count; index++) {
		const [host, places] = ["hostId", "places"].map((name) => String(form.get(`lines.${index}.${name}`) ?? "").trim());
		given[`lines.${index}.hostId`] = host ?? "";
		given[`lines.${index}.places`] = places ?? "";
		// A host with nothing ordered from it was only suggested.
		if (!places) continue;
		const one = new FormData();
		one.set("hostId", findNamed(hosts, host ?? "")?.value ?? host ?? "");
		one.set("places", places);
		const parsed = parseForm(line, one);
		if (parsed.values) lines.push(parsed.values);
		else
			refusals.push(
				...parsed.refusals.map((refusal) => ({
					...refusal,
					...(refusal.field === "hostId" ? { code: "host-unknown" } : {}),
					field: `lines.${index}.${refusal.field ?? "places"}`,
				})),
			);
	}
	if (sent.do === "add" || sent.do === "fetch")
		return { kind: "lines", given, lines: sent.count + (sent.do === "add" ? linesAtOnce : 0) };
	if (refusals.length === 0 && lines.length === 0) refusals.push({ code: "none-chosen", field: "lines.0.places" });
	if (refusals.length > 0 || !facts.values) return { kind: "refused", refusals, given, lines: sent.count };
	return { kind: "order", values: { ...facts.values, lines }, given, lines: sent.count, send: sent.do === "send" };
}

export type SentRequestAnswer = { readonly given: Given } & (
	| { readonly refusals: readonly Refusal[]; readonly values?: never }
	| { readonly values: RequestAnswer; readonly refusals?: never }
);

const answerHead = requestAnswer.omit({ lines: true });
const answerCount = z.object({ count: z.int().min(0).max(400) });

/** Reads an answer: places of each offer, and of sites that are not published. */
export function readRequestAnswer(form: FormData): SentRequestAnswer {
	const { count } = parseForm(answerCount, form).values ?? { count: 0 };
	const head = parseForm(answerHead, form);
	const given: Record<string, string | readonly string[]> = { ...head.given };
	const refusals: Refusal[] = [...(head.refusals ?? [])];
	const lines: AnswerLine[] = [];
	for (let index = 0; index < count; index++) {
		const one = new FormData();
		for (const name of ["offerId", "siteName", "places"]) {
			const word = String(form.get(`lines.${index}.${name}`) ?? "");
			given[`lines.${index}.${name}`] = word;
			one.set(name, name === "places" && word.trim() === "" ? "0" : word);
		}
		const parsed = parseForm(answerLine.extend({ siteName: answerLine.shape.siteName.nullable() }), one);
		if (parsed.values) lines.push({ ...parsed.values, siteName: parsed.values.siteName ?? "" });
		else refusals.push(...parsed.refusals.map((one) => ({ ...one, field: `lines.${index}.${one.field ?? "places"}` })));
	}
	return refusals.length > 0 || !head.values ? { given, refusals } : { given, values: { ...head.values, lines } };
}
