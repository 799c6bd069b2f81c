import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../../outcome.ts";
import type { Delivery, DeliveryQuestion } from "../../../registry/deliveries.server.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { nameOrganisations, resolveOrganisation } from "../../organisation/service.server.ts";
import { type Measure, measures } from "../codes.ts";
import { keptBy } from "../open.server.ts";
import type { Evaluation, Exchange, ExchangeFacts, ExchangeRefusal } from "./contract.ts";
import { countsFor, kindsOfMeasure, refuseExchange } from "./rules.ts";
import * as store from "./store.server.ts";

export { exchangeMeasures } from "./rules.ts";

/** Exchanges the organisation acted for is home or guest of, by page; none for those who keep no agreements there. */
export async function listExchanges(work: Work, query: store.ExchangeQuery): Promise<Page<Exchange>> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return { rows: [], total: 0 };
	const rows = await store.listExchanges(work, organisationId, query);
	const total = rows[0]?.total ?? 0;
	return {
		rows: await named(
			work,
			rows.map(({ total: _total, ...row }) => row),
		),
		total,
	};
}

/** One exchange, for who keeps agreements at its home or guest organisation; undefined for everybody else. */
export async function readExchange(work: Work, id: string): Promise<Exchange | undefined> {
	const organisationId = await keptBy(work);
	const found = organisationId !== undefined && isId(id) ? await store.findExchange(work, id) : undefined;
	return found && (await named(work, [found]))[0];
}

async function named(work: Work, rows: readonly store.ExchangeRow[]): Promise<Exchange[]> {
	const names = await nameOrganisations(work, [...new Set(rows.flatMap(({ homeId, guestId }) => [homeId, guestId]))]);
	const nameOf = (id: string) => names.get(id)?.name ?? "";
	return rows.map((row) => ({ ...row, homeName: nameOf(row.homeId), guestName: nameOf(row.guestId) }));
}

async function judge(
	work: Work,
	facts: ExchangeFacts,
	organisationId: string,
): Promise<Outcome<{ readonly keeperId: string | null }, ExchangeRefusal>> {
	const refusals: Refusal<ExchangeRefusal>[] = refuseExchange(facts, organisationId);
	for (const field of ["homeId", "guestId"] as const) {
		const heirs = isId(facts[field]) ? await resolveOrganisation(work, facts[field]) : [];
		if (heirs.length === 0) refusals.push({ code: "organisation-unknown", field });
	}
	const keeperId = facts.agreementId === null ? null : await store.findKeeper(work, facts.agreementId);
	if (keeperId === undefined) refusals.push({ code: "parent-unknown", field: "agreementId" });
	return refusals.length > 0 ? refusedAll(refusals) : done({ keeperId: keeperId ?? null });
}

/** Adds somebody who works across the border, or a post that is vacant; the other organisation sees it too. */
export async function addExchange(work: Work, facts: ExchangeFacts): Promise<Outcome<{ id: string }, ExchangeRefusal>> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const judged = await judge(work, facts, organisationId);
	if (judged.refused) return judged;
	const id = await store.insertExchange(work, organisationId, facts, judged.done.keeperId);
	await note(work, id, "exchange.create");
	return done({ id });
}

/** Changes an exchange in the version looked at; either side may. */
export async function changeExchange(
	work: Work,
	id: string,
	{ version, ...facts }: ExchangeFacts & { readonly version: number },
): Promise<Outcome<undefined, ExchangeRefusal>> {
	const [organisationId, found] = [await keptBy(work), await readExchange(work, id)];
	if (!found || organisationId === undefined) return refused("missing");
	const judged = await judge(work, facts, organisationId);
	if (judged.refused) return judged;
	if (!(await store.updateExchange(work, found, store.exchangeColumns(facts, judged.done.keeperId), version)))
		return refused("changed-by-another");
	await note(work, id, "exchange.change");
	return done(undefined);
}

/** Says what came of it, once it has begun; said again, it is written over. */
export async function evaluateExchange(
	work: Work,
	id: string,
	{ evaluation, version }: Evaluation,
): Promise<Outcome<undefined, ExchangeRefusal>> {
	const found = await readExchange(work, id);
	if (!found) return refused("missing");
	if (found.firstDay > work.today) return refused("not-begun-yet", { field: "evaluation" });
	if (!(await store.updateExchange(work, found, { evaluation, evaluated_on: work.today }, version)))
		return refused("changed-by-another");
	await note(work, id, "exchange.evaluate");
	return done(undefined);
}

/** Removes one that was written by mistake; the organisation that wrote it may. */
export async function removeExchange(
	work: Work,
	id: string,
	version: number,
): Promise<Outcome<undefined, ExchangeRefusal>> {
	const [organisationId, found] = [await keptBy(work), await readExchange(work, id)];
	if (!found) return refused("missing");
	if (found.organisationId !== organisationId) return refused("not-allowed");
	if (!(await store.deleteExchange(work, found, version))) return refused("changed-by-another");
	await note(work, id, "exchange.remove");
	return done(undefined);
}

async function note(work: Work, id: string, verb: string): Promise<void> {
	await record(work, { verb, objectKind: "exchange", objectId: id });
}

/**
 * Exchanges as deliveries on an agreement: those between who delivers and another party. Null for one who is neither,
 * because they cannot see them, which is not the same as none.
 */
export async function countExchanges(
	work: Work,
	questions: readonly DeliveryQuestion[],
): Promise<readonly (Delivery | null)[]> {
	const { actor } = work;
	const own = actor.kind === "person" ? actor.organisationId : null;
	const kinds = new Set(questions.flatMap(({ measure }) => kindsOfMeasure[known(measure)] ?? []));
	const rows = await store.listBetween(work, {
		...{ ids: [...new Set(questions.flatMap(({ parties }) => parties))], kinds: [...kinds] },
		from: questions.map(({ from }) => from).sort()[0] ?? work.today,
		to:
			questions
				.map(({ to }) => to)
				.sort()
				.at(-1) ?? work.today,
	});
	return questions.map((question): Delivery | null => {
		const { measure, deliveredBy, parties } = question;
		const others = parties.filter((id) => id !== deliveredBy);
		// With more than two parties, what two others have between them cannot be seen.
		if (actor.kind !== "system" && own !== deliveredBy && (others.length !== 1 || others[0] !== own)) return null;
		const items = rows
			.filter(
				({ kind, homeId, guestId }) =>
					(kindsOfMeasure[known(measure)] ?? []).includes(kind) &&
					((homeId === deliveredBy && others.includes(guestId)) ||
						(guestId === deliveredBy && others.includes(homeId))),
			)
			.map((row) => ({ row, amount: countsFor(measure, row, question, work.today) }))
			.filter(({ amount }) => amount > 0)
			.map(({ row, amount }) => ({
				...{ kind: "exchange", id: row.id, title: `${row.title}, ${row.personName}`, amount },
				...{
					path: `/agreements/exchanges/${row.id}`,
					date: [row.firstDay, question.from].sort()[1] ?? row.firstDay,
				},
			}));
		return { amount: items.reduce((sum, { amount }) => sum + amount, 0), items };
	});
}

function known(measure: string): Measure {
	return measures.find((one) => one === measure) ?? "other";
}
