import { z } from "@hono/zod-openapi";
import { type Operation, readOperation } from "../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../api/paging.server.ts";
import { id } from "../organisation/contract.ts";
import {
	agreement,
	agreementKinds,
	agreementTheme,
	commitment,
	levels,
	party,
	provision,
	sides,
	standings,
	themeContact,
	themes,
} from "./contract.ts";
import { standingOf } from "./rules.ts";
import { listAgreements, openAgreement } from "./service.server.ts";

const room = "agreement";
const offsetKey = z.tuple([z.int().min(0)]);
const moment = z.iso.datetime().nullable();
const day = z.iso.date().nullable();
const listed = z.object({
	...{ id, organisationId: id, title: z.string(), kind: z.enum(agreementKinds), level: z.enum(levels) },
	...{ standing: z.enum(standings), firstDay: day, lastDay: day, themes: z.array(z.string()) },
	parties: z.array(z.object({ id, name: z.string(), side: z.enum(sides) })),
});
const whole = z.object({
	...agreement.extend({ createdAt: z.iso.datetime(), signedAt: moment }).shape,
	standing: z.enum(standings),
	parties: z.array(party.extend({ approvedAt: moment })),
	...{ themes: z.array(agreementTheme), contacts: z.array(themeContact), commitments: z.array(commitment) },
	provisions: z.array(provision),
});

/** Agreements over the API: to read what is promised, and how it stands. */
export const agreementOperations: readonly Operation[] = [
	readOperation({
		id: "listAgreements",
		path: "/agreements",
		room,
		summary: "Agreements the organisation the token acts for keeps or is a party to",
		queryShape: pagingQuery.extend({
			search: z.string().max(200).optional(),
			standing: z.enum(standings).optional(),
			kind: z.enum(agreementKinds).optional(),
			theme: z.enum(themes).optional(),
			partyId: id.optional(),
		}),
		answer: pageOf(listed),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const { rows } = await listAgreements(work, { ...query, offset, pageSize: limit + 1 });
			const onWire = rows.map((row) => ({ ...row, parties: [...row.parties], themes: [...row.themes] }));
			return cutPage(onWire, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readAgreement",
		path: "/agreements/{agreementId}",
		room,
		summary: "One agreement with its parties, themes, contacts, commitments and provisions as they stand",
		pathShape: z.object({ agreementId: id }),
		answer: whole,
		read: async (work, { path }) => {
			const opened = await openAgreement(work, path.agreementId, null);
			if (opened.refused) return null;
			const { agreement: one, parties, themes: said, contacts, commitments, provisions } = opened.done;
			return {
				...one,
				...{ createdAt: one.createdAt.toISOString(), signedAt: one.signedAt?.toISOString() ?? null },
				standing: standingOf(one, work.today),
				parties: parties.map((row) => ({ ...row, approvedAt: row.approvedAt?.toISOString() ?? null })),
				...{ themes: [...said], contacts: [...contacts], provisions: [...provisions] },
				commitments: [...commitments],
			};
		},
	}),
];
