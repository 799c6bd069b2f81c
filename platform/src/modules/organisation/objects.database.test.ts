import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { makeActor } from "../../../test/make.ts";
import { newId } from "../../database/work.server.ts";
import { foldName } from "../../geography/search.ts";
import { type Actor, nobody } from "../../identity/actor.ts";
import { organisationObjects, organisationSearches } from "./objects.server.ts";
import { createUnit } from "./service.server.ts";

const database = await openTestDatabase();

describe("objects of this room", () => {
	it("are named to those who may see them, and are not there for others", async () => {
		const actor = await makeActor(database, { name: "Kari" });
		const organisation = { id: actor.organisationId, name: "", kind: "municipality" };
		const student = await makeActor(database, { organisation, roles: ["student"] });
		const stranger = await makeActor(database);
		const make = async (published: boolean) =>
			(
				await database.commanding(actor, (work) =>
					createUnit(work, {
						...{ name: "Enheten", code: null, setting: null, sector: "social", address: null, postcode: null },
						...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
						...{ published, parentId: null, validFrom: null },
					}),
				)
			).done?.id ?? "";
		const ids = {
			organisation: actor.organisationId,
			unit: await make(true),
			hidden: await make(false),
			membership: actor.membershipIds[0] ?? "",
		};
		const seen = async (who: Actor) => {
			const cards = await database.reading(who, async (work) => {
				const found: string[] = [];
				for (const [kind, find] of Object.entries(organisationObjects))
					for (const card of await find(work, [...Object.values(ids), newId()])) found.push(`${kind} ${card.path}`);
				return found;
			});
			return cards.toSorted();
		};
		const path = `organisation /organisations/${ids.organisation}`;
		const unit = (id: string) => `unit /organisations/${ids.organisation}/units/${id}`;
		const person = `membership /people/${ids.membership}`;
		expect(await seen(actor)).toEqual([person, path, unit(ids.unit), unit(ids.hidden)].toSorted());
		expect(await seen(student)).toEqual([path, unit(ids.unit), unit(ids.hidden)].toSorted());
		expect(await seen(stranger)).toEqual([path, unit(ids.unit)].toSorted());
		expect(await seen(nobody)).toEqual([]);
		const search = (who: Actor, words: string[]) =>
			database.reading(who, async (work) => (await organisationSearches.unit?.(work, words, 8)) ?? []);
		const found = async (who: Actor) =>
			(await search(who, ["enhet", foldName(actor.organisationName ?? "")])).map(({ id }) => id);
		expect((await found(actor)).toSorted()).toEqual([ids.unit, ids.hidden].toSorted());
		expect(await found(stranger)).toEqual([ids.unit]);
		// By the organisation's name alone, none of its units is meant.
		expect(await search(actor, [foldName(actor.organisationName ?? "")])).toEqual([]);
	});
});
