import { addDays } from "../../../day.ts";
import type { Refusal } from "../../../outcome.ts";
import type { IdentityPeriod } from "../directory/contract.ts";
import { holdsOn, type Mandate, may, mayKeepRegister } from "../rules.ts";
import { type Division, type IdentityValues, keptKinds, type Merger, type RegisterRefusal } from "./contract.ts";

/** Whether a mandate may register an organisation of a kind, for an acting organisation of its own kind. */
export function refuseKind(
	mandate: Mandate,
	ownKind: string | null,
	kind: string,
	known: ReadonlySet<string>,
): Refusal<RegisterRefusal> | undefined {
	const keepsRegister = mayKeepRegister(mandate);
	if (!keepsRegister && !may(mandate, "manage-organisation")) return { code: "not-allowed" };
	if (!known.has(kind) || kind === "operator") return { code: "kind-unknown", field: "kind" };
	if (keepsRegister) return undefined;
	return keptKinds[ownKind ?? ""]?.includes(kind) ? undefined : { code: "kind-not-yours", field: "kind" };
}

/** What an organisation is on the day something happens to it. */
export type Standing = {
	readonly id: string;
	readonly kind: string;
	/** Newest first. */
	readonly identities: readonly IdentityPeriod[];
	readonly hasSuccessors: boolean;
};

/** Why a period cannot begin on a day: it would come before, or on top of, what is already known. */
export function refusePeriod(standing: Standing, from: string): Refusal<RegisterRefusal> | undefined {
	const [newest] = standing.identities;
	if (!newest) return { code: "missing" };
	if (newest.validTo !== null && newest.validTo < addDays(from, -1))
		return { code: "not-existing-then", field: "from" };
	if (newest.validTo !== null && newest.validTo < from && standing.hasSuccessors)
		return { code: "already-succeeded", detail: { name: newest.name } };
	if (from < newest.validFrom)
		return { code: "before-current-period", field: "from", detail: { date: newest.validFrom } };
	return undefined;
}

/** Why an organisation cannot end on the eve of a day. */
export function refuseEnding(standing: Standing, on: string): Refusal<RegisterRefusal> | undefined {
	const [newest] = standing.identities;
	const name = newest?.name ?? "";
	// Whoever runs the installation is always there.
	if (standing.kind === "operator") return { code: "not-allowed" };
	if (standing.hasSuccessors) return { code: "already-succeeded", detail: { name } };
	if (!newest || !standing.identities.some((period) => holdsOn(period, addDays(on, -1))))
		return { code: "not-existing-then", detail: { name } };
	if (newest.validFrom >= on) return { code: "later-period", detail: { name, date: newest.validFrom } };
	return undefined;
}

/**
 * Why an organisation cannot become something else on a day. One that has ended already may, from the day after its last:
 * then it is only now told what became of it.
 */
function refuseBecoming(standing: Standing, on: string, today: string): Refusal<RegisterRefusal> | undefined {
	const [newest] = standing.identities;
	const eve = addDays(on, -1);
	if (newest && !standing.hasSuccessors && newest.validTo !== null && newest.validTo !== eve)
		if (newest.validTo < today || newest.validTo < eve)
			return { code: "ended-another-day", field: "happenedOn", detail: { name: newest.name, date: newest.validTo } };
	return refuseEnding(standing, on);
}

/** Why several cannot become one on a day; empty when they can. */
export function refuseMerger(
	merger: Merger,
	today: string,
	predecessors: readonly Standing[],
	successor: Standing | null | undefined,
): readonly Refusal<RegisterRefusal>[] {
	const { happenedOn, predecessorIds } = merger;
	if (new Set(predecessorIds).size < predecessorIds.length || predecessors.length < predecessorIds.length)
		return [{ code: "missing", field: "predecessorIds" }];
	const refusals = predecessors.flatMap((one) => refuseBecoming(one, happenedOn, today) ?? []);
	return [...refusals, ...refuseSuccessors(predecessors, [successor], happenedOn)];
}

/** Shares are given with few decimals. */
const shareTolerance = 0.0005;

/** Why one cannot become several on a day; empty when it can. */
export function refuseDivision(
	division: Division,
	today: string,
	predecessor: Standing | undefined,
	successors: readonly (Standing | null | undefined)[],
): readonly Refusal<RegisterRefusal>[] {
	if (!predecessor) return [{ code: "missing", field: "predecessorId" }];
	const ending = refuseBecoming(predecessor, division.happenedOn, today);
	const sum = division.successors.reduce((total, one) => total + one.share, 0);
	return [
		...(ending ? [ending] : []),
		...(Math.abs(sum - 1) > shareTolerance
			? [{ code: "shares-not-one", field: "successors", detail: { sum } } as const]
			: []),
		...refuseSuccessors([predecessor], successors, division.happenedOn),
	];
}

/** Null is a new organisation; undefined one that was named and is not there. */
function refuseSuccessors(
	predecessors: readonly Standing[],
	successors: readonly (Standing | null | undefined)[],
	on: string,
): readonly Refusal<RegisterRefusal>[] {
	const kinds = new Set(predecessors.map((one) => one.kind));
	if (kinds.size > 1) return [{ code: "kinds-differ", field: "predecessorIds" }];
	const named = successors.flatMap((one) => (one ? [one.id] : []));
	return [
		...(new Set(named).size < named.length ? [{ code: "own-successor", field: "successor" } as const] : []),
		...successors.flatMap((one): Refusal<RegisterRefusal>[] => {
			if (one === null) return [];
			if (one === undefined) return [{ code: "successor-unknown", field: "successor" }];
			if (predecessors.some((predecessor) => predecessor.id === one.id))
				return [{ code: "own-successor", field: "successor" }];
			if (!kinds.has(one.kind)) return [{ code: "kinds-differ", field: "successor" }];
			return one.identities.some((period) => holdsOn(period, on))
				? []
				: [{ code: "successor-unknown", field: "successor" }];
		}),
	];
}

/**
 * What a new organisation is, that takes over from another on a day: its own name and number, in the seat of the one
 * before, until something else is registered. A municipality's number says which county it is in.
 */
export function heirOf(
	kind: string,
	before: IdentityPeriod,
	heir: { readonly name: string; readonly number: string | null; readonly source: string; readonly sourceDate: string },
): IdentityValues {
	const numbered = heir.number === null ? null : numbersOf(kind, heir.number);
	return {
		...heir,
		...{ shortName: null, otherNames: [], website: null },
		countyNumber: numbered?.countyNumber ?? before.countyNumber,
		municipalityNumber: numbered?.municipalityNumber ?? before.municipalityNumber,
		latitude: before.latitude,
		longitude: before.longitude,
		place: before.place,
	};
}

/** What the number of a municipality or a county says of where it is; nothing for other kinds. */
export function numbersOf(
	kind: string,
	number: string,
): { readonly countyNumber?: string; readonly municipalityNumber?: string } {
	if (kind === "municipality" && /^[0-9]{4}$/.test(number))
		return { countyNumber: number.slice(0, 2), municipalityNumber: number };
	return kind === "county" && /^[0-9]{2}$/.test(number) ? { countyNumber: number } : {};
}

/** The kinds an organisation may register below itself, or (whoever keeps the register) every kind but its own. */
export function registrableKinds(
	mandate: Mandate,
	ownKind: string | null,
	known: readonly string[],
): readonly string[] {
	return known.filter((kind) => refuseKind(mandate, ownKind, kind, new Set(known)) === undefined);
}
