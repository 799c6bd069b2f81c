import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { countDeliveries, type Delivery } from "../../../registry/deliveries.server.ts";
import { isId } from "../../organisation/contract.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { heldMeasure } from "../codes.ts";
import type { AgreementRefusal, Commitment } from "../contract.ts";
import { accessIn, keptBy, nameOfActor, type Opened, openAgreement } from "../open.server.ts";
import type { Followed, FollowedItem, FollowedSpan, Span, WrittenDelivery } from "./contract.ts";
import {
	compareFollowing,
	dueByNow,
	followingOf,
	heldDays,
	owedIn,
	questionOf,
	refuseDelivery,
	spansOf,
} from "./rules.ts";
import * as store from "./store.server.ts";

export type FollowRefusal = AgreementRefusal | "outside-period";

/** A commitment with all that is asked of it. */
type Asked = Omit<Followed, "spans" | "deliveredByName"> & {
	readonly commitment: Pick<
		Commitment,
		"id" | "measure" | "partyId" | "profession" | "yearOfStudy" | "unitName" | "unitId"
	>;
	readonly amount: number | null;
	readonly partyIds: readonly string[];
	readonly spans: readonly Span[];
};

/**
 * What has come of each promise of one agreement, by year or in all, with the list behind each number; undefined where
 * the agreement is missing or not the asker's to follow up.
 */
export async function followAgreement(
	work: Work,
	agreementId: string,
): Promise<{ readonly opened: Opened; readonly rows: readonly Followed[] } | undefined> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused || !opened.done.can.follow) return undefined;
	const { agreement, themes, commitments, parties } = opened.done;
	const partyIds = parties.map(({ organisationId }) => organisationId);
	const asked = commitments.map((one): Asked => {
		const theme = themes.find(({ id }) => id === one.themeId);
		return {
			...{ commitmentId: one.id, agreementId, agreementTitle: agreement.title, theme: theme?.theme ?? "other" },
			...{ themeName: theme?.name ?? null, what: one.what, measure: one.measure, per: one.per, amount: one.amount },
			...{ deliveredBy: one.partyId, profession: one.profession, yearOfStudy: one.yearOfStudy, unitName: one.unitName },
			...{ commitment: one, partyIds, spans: spansOf(one, agreement, work.today) },
		};
	});
	return { opened: opened.done, rows: await followed(work, asked, true) };
}

/**
 * Every promise of the agreements the organisation acted for is in, as it stands now: this year's number, or the last
 * one of an agreement that has ended within a year. What slips comes first. Things delivered stand together by kind.
 */
export async function followAll(work: Work): Promise<readonly Followed[]> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return [];
	const rows = await store.listCommitments(work, organisationId);
	const asked = rows.map((row): Asked => {
		const agreement = {
			...{ firstDay: row.agreementFirstDay, lastDay: row.agreementLastDay, endedOn: row.agreementEndedOn },
		};
		return {
			...{ commitmentId: row.id, agreementId: row.agreementId, agreementTitle: row.agreementTitle, theme: row.theme },
			...{ themeName: row.themeName, what: row.what, measure: row.measure, per: row.per, amount: row.amount },
			...{ deliveredBy: row.partyId, profession: row.profession, yearOfStudy: row.yearOfStudy, unitName: row.unitName },
			...{ commitment: row, partyIds: row.partyIds, spans: spansOf(row, agreement, work.today).slice(0, 1) },
		};
	});
	const found = await followed(work, asked, false);
	return found.toSorted(
		(a, b) =>
			compareFollowing(a.spans[0]?.following ?? "not-begun", b.spans[0]?.following ?? "not-begun") ||
			kept(a.spans[0]) - kept(b.spans[0]),
	);
}

function kept(span: FollowedSpan | undefined): number {
	return span?.owed ? (span.delivered ?? 0) / span.owed : 0;
}

async function followed(work: Work, asked: readonly Asked[], each: boolean): Promise<Followed[]> {
	const spans = asked.flatMap((one) => one.spans.map((span) => ({ one, span })));
	const counted = await countDeliveries(
		work,
		spans.map(({ one, span }) => ({
			...questionOf(one.commitment, one.partyIds, span, work.today),
			agreementId: one.agreementId,
		})),
		each,
	);
	const written = await store.listDeliveries(
		work,
		asked.map(({ commitmentId }) => commitmentId),
	);
	const names = await nameOrganisations(work, [
		...new Set([...asked.map(({ deliveredBy }) => deliveredBy), ...written.map(({ writtenFor }) => writtenFor)]),
	]);
	const nameOf = (id: string) => names.get(id)?.name ?? "";
	const countedFor = new Map(spans.map(({ span }, index) => [span, counted[index] ?? null]));
	return asked.map(({ commitment: _commitment, partyIds: _partyIds, amount, ...one }) => ({
		...one,
		deliveredByName: nameOf(one.deliveredBy),
		spans: one.spans.map((span) => {
			const byHand = written.filter(
				({ commitmentId, deliveredOn }) =>
					commitmentId === one.commitmentId && deliveredOn >= span.from && (span.to === null || deliveredOn <= span.to),
			);
			const counts = countedFor.get(span) ?? null;
			return spanOf(work, span, { promised: amount, isHeld: one.measure === heldMeasure }, counts, byHand, nameOf);
		}),
	}));
}

function spanOf(
	{ today, actor }: Work,
	span: Span,
	{ promised, isHeld }: { readonly promised: number | null; readonly isHeld: boolean },
	counted: Delivery | null,
	byHand: readonly store.DeliveryRow[],
	nameOf: (id: string) => string,
): FollowedSpan {
	const own = actor.kind === "nobody" ? null : actor.organisationId;
	const written = byHand.reduce((sum, { amount }) => sum + amount, 0);
	const delivered = counted === null && byHand.length === 0 ? null : (counted?.amount ?? 0) + written;
	const items: FollowedItem[] = [
		...(counted?.items ?? []).map(({ id, title, path, amount, date }) => ({
			...{ id, title, path, amount, date, byHand: null },
		})),
		...byHand.map(({ id, note, amount, deliveredOn, writtenFor, writtenBy }) => ({
			...{ id, title: note, path: null, amount, date: deliveredOn },
			byHand: { writtenFor: nameOf(writtenFor), writtenBy, own: writtenFor === own },
		})),
	];
	return {
		...{
			...span,
			promised,
			owed: owedIn(promised, span, isHeld),
			delivered,
			counted: counted?.amount ?? null,
			written,
		},
		dueByNow: dueByNow(promised, span, today, isHeld),
		following: followingOf(span, { promised, delivered }, today, isHeld),
		items: items.sort((a, b) => a.date.localeCompare(b.date)),
	};
}

/** Writes down something delivered that no room counts; any party may, and all of them see who did. */
export async function addDelivery(
	work: Work,
	agreementId: string,
	commitmentId: string,
	given: WrittenDelivery,
): Promise<Outcome<{ id: string }, FollowRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { agreement, commitments, can, organisationId } = opened.done;
	if (!can.follow) return refused("not-allowed");
	if (agreement.state !== "signed") return refused("wrong-state");
	const commitment = commitments.find(({ id }) => id === commitmentId);
	if (!commitment) return refused("part-unknown");
	const wrong = refuseDelivery(given.deliveredOn, heldDays(commitment, agreement), work.today);
	if (wrong !== null) return refused(wrong, { field: "deliveredOn" });
	const by = { writtenFor: organisationId, writtenBy: nameOfActor(work) };
	const { readers } = accessIn(agreement.state, opened.done);
	const id = await store.insertDelivery(work, agreement, { ...given, ...by, commitmentId }, readers);
	await record(work, {
		...{ verb: "agreement.add-delivery", objectKind: "agreement", objectId: agreementId },
		detail: { commitmentId, amount: given.amount, deliveredOn: given.deliveredOn },
	});
	return done({ id });
}

/** Takes back what the organisation acted for has itself written down. */
export async function removeDelivery(
	work: Work,
	agreementId: string,
	deliveryId: string,
): Promise<Outcome<undefined, FollowRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { agreement, can, organisationId } = opened.done;
	if (!can.follow) return refused("not-allowed");
	if (!isId(deliveryId)) return refused("part-unknown");
	const gone = await store.deleteDelivery(work, agreement, deliveryId, organisationId);
	if (!gone) return refused("part-unknown");
	await record(work, {
		...{ verb: "agreement.remove-delivery", objectKind: "agreement", objectId: agreementId, detail: { ...gone } },
	});
	return done(undefined);
}
