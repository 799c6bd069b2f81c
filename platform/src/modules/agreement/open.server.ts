import type { Work } from "../../database/work.server.ts";
import { done, type Outcome, refused } from "../../outcome.ts";
import { isId } from "../organisation/contract.ts";
import { mandateOf, nameOrganisations } from "../organisation/service.server.ts";
import type { Agreement, AgreementRefusal, Party, WholeAgreement } from "./contract.ts";
import { readParts } from "./part.store.server.ts";
import type { PartyRow } from "./party.store.server.ts";
import { type Asker, type Can, mayKeepAgreements, readersOf, whatMay, writersOf } from "./rules.ts";
import { findAgreement, insertEvent } from "./store.server.ts";

/** An agreement the asker may read, and what they may do to it. */
export type Opened = WholeAgreement & {
	readonly can: Can;
	/** The organisation acted for. */
	readonly organisationId: string;
	readonly asker: Asker;
};

/** The organisation whose agreements the asker keeps; undefined where they keep none. */
export async function keptBy(work: Work): Promise<string | undefined> {
	const mandate = await mandateOf(work);
	return mandate.organisationId !== null && mayKeepAgreements(mandate) ? mandate.organisationId : undefined;
}

/** An agreement with its parts, named; undefined where it is missing or not the asker's to read. */
export async function readWhole(work: Work, agreementId: string): Promise<WholeAgreement | undefined> {
	if (!isId(agreementId)) return undefined;
	const found = await findAgreement(work, agreementId);
	if (!found) return undefined;
	const parts = await readParts(work, found);
	const names = await nameOrganisations(work, [
		found.organisationId,
		...parts.parties.map(({ organisationId }) => organisationId),
	]);
	const nameOf = (id: string) => names.get(id)?.name ?? "";
	return {
		...parts,
		agreement: { ...found, keeperName: nameOf(found.organisationId) },
		parties: parts.parties.map((party: PartyRow) => ({
			...party,
			name: nameOf(party.organisationId),
			kind: names.get(party.organisationId)?.kind ?? "",
		})),
	};
}

/** An agreement for whoever keeps agreements at its keeper or at a party, in the version looked at (null: whichever). */
export async function openAgreement(
	work: Work,
	agreementId: string,
	version: number | null,
): Promise<Outcome<Opened, AgreementRefusal>> {
	const whole = await readWhole(work, agreementId);
	if (!whole) return refused("missing");
	const asker = await mandateOf(work);
	const organisationId = asker.organisationId ?? (asker.system ? whole.agreement.organisationId : null);
	if (organisationId === null) return refused("not-allowed");
	if (version !== null && version !== whole.agreement.version) return refused("changed-by-another");
	const can = whatMay(asker, whole.agreement, whole.parties);
	const seen =
		asker.system || isInside(organisationId, whole) ? whole : { ...whole, parties: whole.parties.map(unnamed) };
	return done({ ...seen, organisationId, asker, can });
}

/** Whether an organisation keeps an agreement or is a party to it; others read it where it is published. */
export function isInside(organisationId: string, { agreement, parties }: WholeAgreement): boolean {
	return (
		agreement.organisationId === organisationId || parties.some((party) => party.organisationId === organisationId)
	);
}

/** A party without who works with the agreement there, and what it said of a text: theirs to know who take part in it. */
function unnamed(party: Party): Party {
	const nobody = { coordinatorName: null, coordinatorEmail: null, deputyName: null, deputyEmail: null };
	return { ...party, ...nobody, declinedVersion: null, declinedBecause: null };
}

/** Who reads and writes an agreement in a state. */
export function accessIn(
	state: Agreement["state"],
	between: { readonly agreement: Agreement; readonly parties: readonly { readonly organisationId: string }[] },
): { readonly readers: readonly string[]; readonly writers: readonly string[] } {
	const keeperId = between.agreement.organisationId;
	const partyIds = between.parties.map(({ organisationId }) => organisationId);
	return { readers: readersOf(state, keeperId, partyIds), writers: writersOf(state, keeperId, partyIds) };
}

/** Writes a step in the life of an agreement on behalf of the organisation acted for. */
export async function tellLife(
	work: Work,
	opened: Pick<Opened, "agreement" | "parties" | "organisationId">,
	step: {
		readonly what: string;
		readonly note?: string;
		readonly number?: number;
		readonly partyId?: string;
		readonly by?: string;
	},
	state: Agreement["state"] = opened.agreement.state,
): Promise<void> {
	await insertEvent(
		work,
		opened.agreement,
		{
			...{ what: step.what, note: step.note ?? null, number: step.number ?? null },
			...{ partyId: step.partyId ?? opened.organisationId, personName: step.by ?? nameOfActor(work) },
		},
		accessIn(state, opened).readers,
	);
}

/** What whoever is acting is called in what they leave behind. */
export function nameOfActor({ actor }: Work): string | null {
	return actor.kind === "person" ? actor.name : null;
}
