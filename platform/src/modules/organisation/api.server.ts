import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../api/paging.server.ts";
import { contactOperations } from "./contact/api.server.ts";
import { day, id, municipalityNumber } from "./contract.ts";
import {
	affiliation,
	identityPeriod,
	organisationRow,
	otherOrganisation,
	sourcedFact,
	succession,
} from "./directory/contract.ts";
import { peopleOperations } from "./people/api.server.ts";
import {
	changeUnit,
	closeUnit,
	createUnit,
	listOrganisations,
	listUnits,
	moveUnit,
	readOrganisation,
	readUnit,
	reopenUnit,
	resolveNumber,
} from "./service.server.ts";
import { listedUnit, newUnit, unit, unitChange, unitClosing, unitMove } from "./unit/contract.ts";

const organisationPath = z.object({ organisationId: id });
const unitPath = organisationPath.extend({ unitId: id });
const asOf = day.optional().openapi({ description: "As of this day; today unless given." });
const offsetKey = z.tuple([z.int().min(0)]);

/** These lists are read by offset inside; the cursor carries it, so that the outside never depends on that. */
function offsetOf(cursor: string | undefined): number {
	return cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
}

function nextPage<Row>(rows: readonly Row[], total: number, offset: number, limit: number) {
	const more = offset + rows.length < total;
	return cutPage(more ? [...rows, ...rows.slice(-1)] : rows, limit, () => [offset + limit]);
}

const version = z.object({ version: z.int() });
const ownUnitPath = z.object({ unitId: id });
const withoutVersion = { version: true } as const;

/** The room's part of the HTTP API: the service's own verbs. */
export const organisationOperations: readonly Operation[] = [
	readOperation({
		id: "listOrganisations",
		path: "/organisations",
		room: "organisation",
		summary: "Organisations as of a day, with forgiving search",
		queryShape: pagingQuery.extend({
			asOf,
			kind: z.string().max(60).optional(),
			county: z
				.string()
				.regex(/^\d{2}$/)
				.optional(),
			search: z.string().max(200).optional(),
		}),
		answer: pageOf(organisationRow),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = offsetOf(cursor);
			const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
			const page = await listOrganisations(work, { ...given, offset, pageSize: limit });
			return nextPage(page.rows, page.total, offset, limit);
		},
	}),
	readOperation({
		id: "readOrganisation",
		path: "/organisations/{organisationId}",
		room: "organisation",
		summary: "One organisation whole, as of a day, with its history, public facts and affiliations",
		pathShape: organisationPath,
		queryShape: z.object({ asOf }),
		answer: z.object({
			id,
			kind: z.string(),
			asOf: day,
			identity: identityPeriod.nullable(),
			identities: z.array(identityPeriod),
			predecessors: z.array(succession),
			successors: z.array(succession),
			belongsTo: z.array(affiliation),
			has: z.array(affiliation),
			facts: z.array(sourcedFact),
			unitCount: z.int(),
		}),
		read: async (work, { path, query }) => {
			const found = await readOrganisation(work, path.organisationId, query.asOf);
			if (!found) return null;
			const { can: _can, keeper: _keeper, county: _county, ...organisation } = found;
			return {
				...organisation,
				identities: [...organisation.identities],
				predecessors: [...organisation.predecessors],
				successors: [...organisation.successors],
				belongsTo: [...organisation.belongsTo],
				has: [...organisation.has],
				facts: [...organisation.facts],
			};
		},
	}),
	readOperation({
		id: "resolveMunicipality",
		path: "/municipalities/{number}",
		room: "organisation",
		summary: "Who answers to a municipality number on a day, through mergers and splits, largest share first",
		pathShape: z.object({ number: municipalityNumber }),
		queryShape: z.object({ asOf }),
		answer: z.object({ items: z.array(otherOrganisation.extend({ share: z.number() })) }),
		read: async (work, { path, query }) => {
			const items = await resolveNumber(work, path.number, query.asOf);
			return items.length === 0 ? null : { items: [...items] };
		},
	}),
	readOperation({
		id: "listUnits",
		path: "/organisations/{organisationId}/units",
		room: "organisation",
		summary: "Units of an organisation; another organisation's are those it has published",
		pathShape: organisationPath,
		queryShape: pagingQuery.extend({ asOf, search: z.string().max(200).optional() }),
		answer: pageOf(listedUnit),
		read: async (work, { path, query: { cursor, limit, ...query } }) => {
			const offset = offsetOf(cursor);
			const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
			const page = await listUnits(work, { ...given, organisationId: path.organisationId, offset, pageSize: limit });
			return nextPage(page.rows, page.total, offset, limit);
		},
	}),
	readOperation({
		id: "readUnit",
		path: "/organisations/{organisationId}/units/{unitId}",
		room: "organisation",
		summary: "One unit; its ETag is the version a change must send back",
		pathShape: unitPath,
		answer: unit,
		read: async (work, { path }) => {
			const found = await readUnit(work, path.organisationId, path.unitId);
			return found ? unit.parse(found) : null;
		},
	}),
	writeOperation({
		id: "createUnit",
		method: "post",
		path: "/units",
		room: "organisation",
		summary: "A new unit of the organisation the token acts for",
		body: newUnit,
		answer: z.object({ id }),
		write: (work, { body }) => createUnit(work, body),
	}),
	writeOperation({
		id: "changeUnit",
		method: "put",
		path: "/units/{unitId}",
		room: "organisation",
		summary: "Changes a unit",
		pathShape: ownUnitPath,
		body: unitChange.omit(withoutVersion),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) => changeUnit(work, path.unitId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "moveUnit",
		method: "post",
		path: "/units/{unitId}/move",
		room: "organisation",
		summary: "Hangs a unit under another",
		pathShape: ownUnitPath,
		body: unitMove.omit(withoutVersion),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) => moveUnit(work, path.unitId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "closeUnit",
		method: "post",
		path: "/units/{unitId}/close",
		room: "organisation",
		summary: "Closes a unit after its last day; nothing is deleted",
		pathShape: ownUnitPath,
		body: unitClosing.omit(withoutVersion),
		answer: z.object({ closed: z.int() }),
		versioned: true,
		write: (work, { path, body, version }) => closeUnit(work, path.unitId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "reopenUnit",
		method: "post",
		path: "/units/{unitId}/reopen",
		room: "organisation",
		summary: "Opens a closed unit again",
		pathShape: ownUnitPath,
		answer: version,
		versioned: true,
		write: (work, { path, version }) => reopenUnit(work, path.unitId, version ?? 0),
	}),
	...peopleOperations,
	...contactOperations,
];
