import { addMonths } from "../../day.ts";
import type { Refusal } from "../../outcome.ts";
import type { AgreementState, Side, Standing } from "./codes.ts";
import { effortMeasures, regulatedProvisions } from "./codes.ts";
import type { Agreement, AgreementFacts, AgreementRefusal, Party, WholeAgreement } from "./contract.ts";

/** Who asks, as the mandate of the room organisation tells it. */
export type Asker = {
	readonly organisationId: string | null;
	readonly system: boolean;
	readonly holdings: readonly { readonly role: string; readonly unitId: string | null }[];
};

const keeping = ["agreement-coordinator", "administrator", "manager"];

/** Draws up, negotiates and follows up agreements for the organisation acted for. */
export function mayKeepAgreements(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role, unitId }) => unitId === null && keeping.includes(role));
}

/** Signs on the page itself: managers and administrators, who act for the whole organisation. */
export function maySign(asker: Asker): boolean {
	return asker.holdings.some(({ role, unitId }) => unitId === null && ["manager", "administrator"].includes(role));
}

/** Which side of an agreement an organisation of this kind is on, where nobody has said otherwise. */
export function sideOf(organisationKind: string): Side {
	if (["institution", "vocational-college"].includes(organisationKind)) return "education";
	return ["municipality", "county", "hospital-trust", "private-provider", "gp-office", "nav"].includes(organisationKind)
		? "service"
		: "other";
}

/** How an agreement stands on a day. */
export function standingOf(
	{
		state,
		firstDay,
		lastDay,
		endedOn,
		renewalMonths,
	}: Pick<Agreement, "state" | "firstDay" | "lastDay" | "endedOn" | "renewalMonths">,
	today: string,
): Standing {
	if (state !== "signed") return state;
	if (endedOn !== null && endedOn < today) return "ended";
	if (firstDay !== null && firstDay > today) return "not-begun";
	if (lastDay === null) return "in-force";
	if (lastDay < today) return "run-out";
	return addMonths(lastDay, -renewalMonths) <= today ? "to-renew" : "in-force";
}

/** Whether the text can be written by its keeper, by all parties, or by nobody. */
export function writersOf(state: AgreementState, keeperId: string, partyIds: readonly string[]): readonly string[] {
	if (state === "draft") return [keeperId];
	return state === "negotiating" ? [...new Set([keeperId, ...partyIds])] : [];
}

/** Who can read it: the keeper of a draft alone, then the parties too. */
export function readersOf(state: AgreementState, keeperId: string, partyIds: readonly string[]): readonly string[] {
	return state === "draft" ? [keeperId] : [...new Set([keeperId, ...partyIds])];
}

/** Why the facts of an agreement cannot stand. */
export function refuseFacts(facts: AgreementFacts): readonly Refusal<AgreementRefusal>[] {
	const refusals: Refusal<AgreementRefusal>[] = [];
	if (facts.firstDay !== null && facts.lastDay !== null && facts.lastDay < facts.firstDay)
		refusals.push({ code: "ends-before-start", field: "lastDay" });
	if (facts.legalForm !== null && facts.kind !== "inter-municipal")
		refusals.push({ code: "legal-form-not-used", field: "legalForm" });
	return refusals;
}

/** Why a text cannot be put forward to the other parties; what is only weak is told by `weaknesses`. */
export function refuseProposal({ agreement, parties, themes }: WholeAgreement): readonly Refusal<AgreementRefusal>[] {
	const refusals: Refusal<AgreementRefusal>[] = [];
	if (parties.length < 2) refusals.push({ code: "needs-two-parties", field: "parties" });
	if (!parties.some(({ signs }) => signs)) refusals.push({ code: "needs-signer", field: "parties" });
	if (agreement.firstDay === null) refusals.push({ code: "needs-first-day", field: "firstDay" });
	if (themes.length === 0) refusals.push({ code: "needs-theme", field: "themes" });
	return refusals;
}

export const weaknessKinds = [
	"no-goal",
	"no-responsibility",
	"no-payer",
	"no-arena",
	"no-contact",
	"no-deputy",
	"no-plan",
	"no-commitment",
	"no-number",
	"no-provision",
	"one-person",
	"no-coordinator",
	"no-last-day",
	"no-notice",
	"no-effort",
] as const;
export type WeaknessKind = (typeof weaknessKinds)[number];

/** What makes an agreement weaker than it could be: shown, never in the way. */
export type Weakness = {
	readonly kind: WeaknessKind;
	/** The theme, commitment, party or provision it is about. */
	readonly part?: string;
};

/**
 * What is vague in an agreement: the findings of the reports, as rules. Themes without goal, responsibility, payer or
 * arena; sides without contact or deputy; promises without a number; no time of anybody's set aside; matters the
 * regulation asks for that are not there.
 */
export function weaknesses(whole: WholeAgreement): readonly Weakness[] {
	const { agreement, parties, themes, contacts, commitments, provisions } = whole;
	const found: Weakness[] = [];
	for (const theme of themes) {
		const part = theme.id;
		if (theme.goal === "") found.push({ kind: "no-goal", part });
		if (theme.responsibility === "") found.push({ kind: "no-responsibility", part });
		if (theme.payer === "") found.push({ kind: "no-payer", part });
		if (theme.arena === "" || theme.meetingsAYear === null || theme.meetingsAYear === 0)
			found.push({ kind: "no-arena", part });
		if (theme.planName === "") found.push({ kind: "no-plan", part });
		const own = contacts.filter((contact) => contact.themeId === theme.id && contact.name !== "");
		if (parties.some((party) => !own.some((contact) => contact.partyId === party.organisationId)))
			found.push({ kind: "no-contact", part });
		else if (own.some((contact) => contact.deputyName === "")) found.push({ kind: "no-deputy", part });
		if (!commitments.some((commitment) => commitment.themeId === theme.id)) found.push({ kind: "no-commitment", part });
	}
	for (const commitment of commitments)
		if (commitment.amount === null) found.push({ kind: "no-number", part: commitment.id });
	if (asksForProvisions(agreement))
		for (const kind of regulatedProvisions)
			if (!provisions.some((provision) => provision.kind === kind)) found.push({ kind: "no-provision", part: kind });
	for (const party of parties) {
		const part = party.organisationId;
		if (party.coordinatorName === null) found.push({ kind: "no-coordinator", part });
		else if (hangsOnOne(party, whole)) found.push({ kind: "one-person", part });
	}
	if (agreement.lastDay === null && agreement.noticeMonths === null) found.push({ kind: "no-notice" });
	if (themes.length > 0 && !commitments.some(({ measure }) => effortMeasures.includes(measure)))
		found.push({ kind: "no-effort" });
	return found;
}

/** Whether the regulation on national guidelines asks this agreement to describe certain matters. */
export function asksForProvisions({ kind }: Pick<Agreement, "kind">): boolean {
	return kind === "framework" || kind === "placement" || kind === "supplementary";
}

/** Whether everything a party does under an agreement hangs on one person: same name everywhere and nobody to stand in. */
export function hangsOnOne(party: Party, { contacts }: Pick<WholeAgreement, "contacts">): boolean {
	const own = contacts.filter(({ partyId, name }) => partyId === party.organisationId && name !== "");
	const people = new Set(
		[party.coordinatorName, party.deputyName, ...own.flatMap(({ name, deputyName }) => [name, deputyName])].filter(
			(name) => name !== null && name !== "",
		),
	);
	return people.size === 1;
}

const sectorOf: Readonly<Record<string, string>> = {
	...{ "child-welfare": "childhood", "kindergarten-teaching": "childhood", teaching: "childhood" },
	...{ "special-education": "childhood", "social-work": "social" },
};

/** What coverage counts of an agreement: its themes, its sectors (its own, else those of the professions in it), and whether it has an arena that meets. */
export function countedOf({
	agreement,
	themes,
	commitments,
}: Pick<WholeAgreement, "agreement" | "themes" | "commitments">): {
	readonly themes: readonly string[];
	readonly sectors: readonly string[];
	readonly hasArena: boolean;
} {
	const professions = commitments.flatMap(({ profession }) => profession ?? []);
	const sectors =
		agreement.sector === null ? professions.map((one) => sectorOf[one] ?? "health-and-care") : [agreement.sector];
	return {
		themes: [...new Set(themes.map(({ theme }) => theme))].sort(),
		sectors: [...new Set(sectors)].sort(),
		hasArena: themes.some(({ arena, meetingsAYear }) => arena !== "" && meetingsAYear !== null && meetingsAYear > 0),
	};
}

/** The parties that sign and have not approved the text put forward last. */
export function yetToApprove(contentVersion: number, parties: readonly Party[]): readonly Party[] {
	return parties.filter(({ signs, approvedVersion }) => signs && approvedVersion !== contentVersion);
}

/** The parties that have said no to the text put forward last. */
export function declining(contentVersion: number, parties: readonly Party[]): readonly Party[] {
	return contentVersion === 0 ? [] : parties.filter(({ declinedVersion }) => declinedVersion === contentVersion);
}

/** The parties that sign and have not signed. */
export function yetToSign(parties: readonly Party[]): readonly Party[] {
	return parties.filter(({ signs, signedOn }) => signs && signedOn === null);
}

/** What somebody may do to an agreement now. */
export type Can = {
	readonly edit: boolean;
	readonly propose: boolean;
	readonly comment: boolean;
	readonly approve: boolean;
	readonly openForSigning: boolean;
	readonly sign: boolean;
	readonly reopen: boolean;
	readonly withdraw: boolean;
	readonly remove: boolean;
	readonly publish: boolean;
	readonly end: boolean;
	readonly renew: boolean;
	readonly follow: boolean;
};

/** What the asker may do to an agreement between these parties, in this state. */
export function whatMay(asker: Asker, agreement: Agreement, parties: readonly Party[]): Can {
	const own = asker.organisationId;
	const keeps = mayKeepAgreements(asker);
	const isKeeper = keeps && own === agreement.organisationId;
	const party = parties.find(({ organisationId }) => organisationId === own);
	const takesPart = isKeeper || (keeps && party !== undefined);
	const { state } = agreement;
	const edit = state === "draft" ? isKeeper : state === "negotiating" && takesPart;
	return {
		edit,
		propose: edit,
		comment: takesPart && state === "negotiating",
		approve: state === "negotiating" && takesPart && agreement.contentVersion > 0,
		openForSigning:
			state === "negotiating" && takesPart && yetToApprove(agreement.contentVersion, parties).length === 0,
		sign: state === "signing" && takesPart,
		reopen: state === "signing" && takesPart && !parties.some(({ signedOn }) => signedOn !== null),
		withdraw: takesPart && (state === "negotiating" || state === "signing"),
		remove: isKeeper && state === "draft",
		publish: takesPart && state === "signed",
		end: takesPart && state === "signed" && agreement.endedOn === null,
		renew: takesPart && state === "signed" && agreement.followedById === null,
		follow: takesPart && state !== "draft",
	};
}
