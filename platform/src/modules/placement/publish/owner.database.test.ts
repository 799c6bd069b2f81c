import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { system } from "../../../identity/actor.ts";
import { lockClaim, moveClaim } from "../round/move.server.ts";
import { openStanding } from "../round/run-view.server.ts";
import { readRound } from "../round/service.server.ts";
import { makeRoundLinks } from "./link.server.ts";
import { readPublications } from "./published.server.ts";
import { finished, openRegions } from "./test/region.ts";

const { database, as, read, ran, published, region } = await openRegions();
beforeEach(() => database.setNow("2026-11-20T09:00:00Z"));

/** What nobody would do by hand in a test: rows as their keepers have left them. */
const kept = (change: ReturnType<typeof sql>) =>
	database.commanding(system("make"), async (work) => {
		await change.execute(work.db);
		return { done: undefined };
	});

describe("whoever runs a round", () => {
	it("sees the periods guests have brought, also those they show nobody else", async () => {
		const { owner, hosting, brought, roundId } = await region();
		await kept(sql`update placement.period set published = false where id = ${brought.id}`);
		await kept(sql`update placement.course set published = false
			where id = (select course_id from placement.period where id = ${brought.id})`);
		const included = async (actor: typeof owner) =>
			(await read(actor, (work) => readRound(work, roundId)))?.periods.filter((row) => row.included);
		expect(await included(owner)).toContainEqual(expect.objectContaining({ id: brought.id, claims: 1 }));
		expect(await included(hosting)).not.toContainEqual(expect.objectContaining({ id: brought.id }));
	});

	it("counts places reserved for a guest, and moves and locks the guest's student there; others do not see them", async () => {
		const { owner, hosting, guest, guesting, sites, brought, host, roundId } = await region();
		await kept(sql`update placement.offer set reserved_for = ${guest.id}, places = 3 where id = ${sites[1].offerId}`);
		const hosts = (await read(owner, (work) => readRound(work, roundId)))?.hosts ?? [];
		expect(hosts).toMatchObject([{ hostId: host.id, places: 5, sites: 2 }]);
		const runId = await ran(owner, roundId);
		const claim = brought.claims[0]?.id ?? "";
		const standing = await openStanding((work) => read(owner, work), runId);
		const now = (await standing?.ask("row", { edits: [], claim }))?.offer;
		// The other site has as many places as the owner's own students need.
		expect(now).toBe(sites[1].offerId);
		finished(await as(owner, (work) => moveClaim(work, runId, claim, null, 0)));
		finished(await as(owner, (work) => moveClaim(work, runId, claim, sites[1].offerId, 1)));
		finished(await as(owner, (work) => lockClaim(work, runId, claim)));
		const seen = (actor: typeof owner) =>
			read(actor, (work) =>
				work.db.selectFrom("placement.offer").select("id").where("id", "=", sites[1].offerId).execute(),
			);
		expect(await seen(guesting)).toHaveLength(1);
		expect(await seen(hosting)).toHaveLength(1);
		const { owner: stranger } = await region();
		expect(await seen(stranger)).toEqual([]);
	});

	it("asks sites whose host shows the places and not the site", async () => {
		const { owner, sites, roundId } = await region({ mails: false });
		await kept(sql`update placement.site set published = false where id = ${sites[0].id}`);
		await published(owner, roundId);
		const telling = { mails: false };
		const round = { organisationId: owner.organisationId, id: roundId };
		const { unreached } = await read(owner, (work) => readPublications(work, round, telling));
		expect(unreached.sites.map(({ id }) => id).sort()).toEqual(sites.map(({ id }) => id).sort());
		const links = finished(await as(owner, (work) => makeRoundLinks(work, roundId, telling)));
		expect(links.sites.map(({ name }) => name).sort()).toEqual(["Fjellheim", "Solbakken"]);
	});
});
