import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { dayOf } from "../../../day.ts";
import type { Actor } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import * as service from "../service.server.ts";
import { minutesWords, saveMinutes } from "./minutes-save.server.ts";

const database = await openTestDatabase();

async function does<Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>): Promise<Value> {
	const outcome = await database.commanding(actor, verb);
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}

it("keeps every word of minutes that two write at once, and of a decision made meanwhile", async () => {
	const secretary = await makeActor(database, { roles: ["manager"] });
	const { organisationId: id, organisationName } = secretary;
	const organisation = { id, name: organisationName ?? "", kind: "municipality" };
	const leader = await makeActor(database, { organisation, roles: ["manager"] });
	const arena = await does(secretary, (work) =>
		service.createArena(work, {
			...{ name: "Utvalget", purpose: "Følge opp", kind: "cooperation", level: "sector", meetingsAYear: 4 },
			...{ agreementId: null, speaksFor: false, speaksDecidedBy: "", chairRotates: true, partyIds: [] },
		}),
	);
	const { ids } = await does(secretary, (work) =>
		service.planMeetings(work, arena.id, {
			...{ day: dayOf(new Date()), from: "00:01", to: "23:58", place: "Rådhuset", link: null },
			...{ count: 1, weeksBetween: 12 },
		}),
	);
	const meetingId = ids[0] ?? "";
	const item = { title: "Flere plasser", kind: "decision" as const, body: "" };
	const { id: itemId } = await does(secretary, (work) => service.addItem(work, meetingId, item));
	await does(secretary, (work) => service.writePresence(work, meetingId, []));
	const read = () =>
		does(leader, async (work) => {
			const opened = await service.openMeeting(work, meetingId);
			const found = opened.done?.items.find((one) => one.id === itemId);
			return { done: found ?? expect.fail("no item") };
		});
	const save = (actor: Actor, seen: Awaited<ReturnType<typeof read>>, change: Readonly<Record<string, string>>) => {
		const form = new FormData();
		for (const [name, word] of Object.entries({ ...minutesWords(seen), ...change })) form.set(name, word);
		form.set("version", String(seen.version));
		form.set("base", JSON.stringify(minutesWords(seen)));
		const ways = {
			reading: <Value>(work: (work: Work) => Promise<Value>) => database.reading(actor, work),
			commanding: <Value, Code extends string>(work: (work: Work) => Promise<Outcome<Value, Code>>) =>
				database.commanding(actor, work),
		};
		return saveMinutes(form, ways, { meetingId, itemId });
	};
	const seen = await read();
	expect((await save(secretary, seen, { minutes: "Ti plasser til." })).saved?.version).toBe(seen.version + 1);
	// Both wrote in the same text: nothing is written, and both come back.
	const clash = await save(leader, seen, { minutes: "Tolv plasser til." });
	expect(clash).toMatchObject({
		given: { minutes: "Tolv plasser til." },
		clashes: [{ field: "minutes", mine: "Tolv plasser til.", theirs: "Ti plasser til." }],
		stands: { version: seen.version + 1, words: { minutes: "Ti plasser til." } },
	});
	expect((await read()).minutes).toBe("Ti plasser til.");
	// One writes on while another decides: the item is decided, and the words are there.
	const before = await read();
	const decision = { body: "Åpne ti plasser", seatId: null, ownerName: "Kari Nes", dueOn: null };
	await does(leader, (work) => service.decide(work, meetingId, itemId, decision));
	expect((await save(secretary, before, { minutes: "Ti plasser til, sa alle." })).saved?.words).toEqual({
		...{ minutes: "Ti plasser til, sa alle.", outcome: "decided" },
	});
	expect(await read()).toMatchObject({ minutes: "Ti plasser til, sa alle.", outcome: "decided" });
});
