import { sql } from "kysely";
import { rowsTogether } from "../../database/asked-together.server.ts";
import type { Work } from "../../database/work.server.ts";
import { defineText, type Language } from "../../language.ts";
import type { WaitingItem } from "../../registry/waiting.server.ts";
import { mandateOf } from "../organisation/service.server.ts";
import { mayKeepAgreements, maySign } from "./rules.ts";
import { standingOn } from "./store.server.ts";

const text = defineText({
	nb: {
		answer: (title: string) => `Svar på avtaleteksten: ${title}`,
		answers: (count: number) => `Svar på ${count} avtaletekster`,
		sign: (title: string) => `Signer avtalen: ${title}`,
		signs: (count: number) => `Signer ${count} avtaler`,
		renew: (title: string) => `Forny eller avslutt avtalen: ${title}`,
		renews: (count: number) => `Forny eller avslutt ${count} avtaler`,
		declined: (title: string) => `En part har sagt nei til avtaleteksten: ${title}`,
		declineds: (count: number) => `Parter har sagt nei til ${count} avtaletekster`,
		comment: (title: string) => `Svar på kommentarer til avtalen: ${title}`,
		comments: (count: number) => `Svar på kommentarer til ${count} avtaler`,
	},
	nn: {
		answer: (title: string) => `Svar på avtaleteksten: ${title}`,
		answers: (count: number) => `Svar på ${count} avtaletekstar`,
		sign: (title: string) => `Signer avtalen: ${title}`,
		signs: (count: number) => `Signer ${count} avtalar`,
		renew: (title: string) => `Forny eller avslutt avtalen: ${title}`,
		renews: (count: number) => `Forny eller avslutt ${count} avtalar`,
		declined: (title: string) => `Ein part har sagt nei til avtaleteksten: ${title}`,
		declineds: (count: number) => `Partar har sagt nei til ${count} avtaletekstar`,
		comment: (title: string) => `Svar på kommentarar til avtalen: ${title}`,
		comments: (count: number) => `Svar på kommentarar til ${count} avtalar`,
	},
	en: {
		answer: (title: string) => `Answer the agreement put forward: ${title}`,
		answers: (count: number) => `Answer ${count} agreements put forward`,
		sign: (title: string) => `Sign the agreement: ${title}`,
		signs: (count: number) => `Sign ${count} agreements`,
		renew: (title: string) => `Renew or end the agreement: ${title}`,
		renews: (count: number) => `Renew or end ${count} agreements`,
		declined: (title: string) => `A party has said no to the agreement put forward: ${title}`,
		declineds: (count: number) => `Parties have said no to ${count} agreements put forward`,
		comment: (title: string) => `Answer comments on the agreement: ${title}`,
		comments: (count: number) => `Answer comments on ${count} agreements`,
	},
});

type Kind = "answer" | "declined" | "sign" | "renew" | "comment";
type Row = { readonly kind: Kind; readonly id: string; readonly title: string; readonly dueOn: string | null };

/** Texts to answer, texts others have said no to, agreements to sign and to renew, and comments of others nobody has settled. */
export async function findWaitingAgreements(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const mandate = await mandateOf(work);
	if (!mayKeepAgreements(mandate)) return [];
	const own = actor.organisationId;
	const rows = await rowsTogether(
		work,
		sql<Row>`
		select case when a.state = 'negotiating' then 'answer' when a.state = 'signing' then 'sign' else 'renew' end kind,
			a.id, a.title, case when a.state = 'signed' then a.last_day end "dueOn"
		from agreement.agreement a
		join agreement.party p on p.organisation_id = a.organisation_id and p.agreement_id = a.id and p.party_id = ${own}
		where (a.state = 'negotiating' and p.signs and p.approved_version is distinct from a.content_version
				and p.declined_version is distinct from a.content_version)
			or (a.state = 'signing' and p.signs and p.signed_on is null)
			or (${standingOn(work.today)} = 'to-renew' and not exists (select from agreement.agreement n
				where n.follows_organisation_id = a.organisation_id and n.follows_id = a.id and n.state <> 'withdrawn'))
		union all
		select 'declined', a.id, a.title, null from agreement.agreement a
		where a.state = 'negotiating' and a.readers @> array[${own}::uuid] and exists (select from agreement.party p
			where p.organisation_id = a.organisation_id and p.agreement_id = a.id and p.party_id <> ${own}
				and p.declined_version is not null and p.declined_version = a.content_version)
		union all
		select 'comment', a.id, a.title, null from agreement.agreement a
		where a.state = 'negotiating' and a.readers @> array[${own}::uuid] and exists (select from agreement.comment c
			where c.organisation_id = a.organisation_id and c.agreement_id = a.id and c.settled_at is null and c.party_id <> ${own})
		order by 3, 2`,
	);
	const kinds = (["sign", "answer", "declined", "comment", "renew"] as const).filter(
		(kind) => kind !== "sign" || maySign(mandate),
	);
	return kinds.flatMap((kind) =>
		itemOf(
			actor.language,
			kind,
			rows.filter((row) => row.kind === kind),
		),
	);
}

const standingIn = {
	...{ answer: "negotiating", declined: "negotiating", comment: "negotiating", sign: "signing", renew: "to-renew" },
} as const;

/** One thing for what waits of a kind: the one, or how many. */
function itemOf(language: Language, kind: Kind, rows: readonly Row[]): WaitingItem[] {
	const words = text[language];
	const [first] = rows;
	if (first === undefined) return [];
	const due = rows.flatMap(({ dueOn }) => dueOn ?? []).sort()[0];
	const page = kind === "sign" ? "/sign" : kind === "renew" ? "" : "/negotiation";
	return [
		{
			key: `agreement.${kind}`,
			title: rows.length === 1 ? words[kind](first.title) : words[`${kind}s`](rows.length),
			path: rows.length === 1 ? `/agreements/${first.id}${page}` : `/agreements?standing=${standingIn[kind]}`,
			urgency: kind === "renew" ? "whenever" : "soon",
			...(due === undefined ? {} : { dueOn: due }),
		},
	];
}
