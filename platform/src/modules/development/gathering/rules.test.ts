import { describe, expect, it } from "vitest";
import type { Member } from "../network/contract.ts";
import type { StatusCard } from "./contract.ts";
import { deliveredTo, isAskedFor, lastCard, nextGathering, refuseStatusCard } from "./rules.ts";

const today = "2026-11-23";
const member = (id: string, given: Partial<Member> = {}): Member => ({
	...{ id, partyId: null, name: id, standing: "member", invitedOn: null, joinedOn: "2026-01-01", adoptedBy: "" },
	...{ adoptedOn: null, anchored: null, contactRole: "", contactName: "", contactEmail: null, pledgedShare: null },
	...{ pledgedHours: null, pledgedKroner: null, pledgedOn: null, pledgedWhere: "", leftOn: null, leftBecause: "" },
	...{ version: 1, ...given },
});
const card = (memberId: string, meetingId: string, onDay: string): StatusCard => ({
	...{ memberId, meetingId, onDay, standing: "as-planned", done: "a", next: "b", help: "", recordedBy: "" },
});

it("comes next when it is neither held nor cancelled, and is asked for two weeks before", () => {
	const gatherings = [
		{ id: "c", startsOn: "2027-02-01", state: "planned" },
		{ id: "b", startsOn: "2026-12-05", state: "invited" },
		{ id: "x", startsOn: "2026-11-30", state: "cancelled" },
		{ id: "a", startsOn: "2026-11-01", state: "planned" },
	];
	expect(nextGathering(gatherings, today)?.id).toBe("b");
	expect(nextGathering([], today)).toBeNull();
	expect(isAskedFor({ startsOn: "2026-12-07" }, today)).toBe(true);
	expect(isAskedFor({ startsOn: "2026-12-08" }, today)).toBe(false);
});

it("begins from the card of this gathering where there is one, else from the newest", () => {
	const cards = [card("m", "one", "2026-01-01"), card("m", "two", "2026-06-01"), card("n", "three", "2026-10-01")];
	expect(lastCard(cards, "m", "three")?.meetingId).toBe("two");
	expect(lastCard(cards, "m", "one")?.meetingId).toBe("one");
	expect(lastCard(cards, "o", "one")).toBeNull();
});

describe("what was delivered to a gathering", () => {
	it("is told of every member that is in the network, and what is late as late", () => {
		const delivered = deliveredTo("g", {
			members: [
				member("m"),
				member("n"),
				member("left", { leftOn: "2026-06-01" }),
				member("b", { standing: "beside" }),
			],
			cards: [card("m", "g", "2026-11-20"), card("n", "other", "2026-05-01")],
			tasks: [
				{ id: "t", meetingId: "g", task: "Veie", dueOn: "2026-11-22" },
				{ id: "u", meetingId: "g", task: "Måle", dueOn: today },
				{ id: "v", meetingId: "other", task: "Noe", dueOn: "2026-01-01" },
			],
			done: [{ taskId: "t", memberId: "m", doneOn: "2026-11-20" }],
			today,
		});
		expect(
			delivered.map(({ member: { id }, card: own, done, late }) => [id, own !== null, done.length, late.length]),
		).toEqual([
			["m", true, 1, 0],
			["n", false, 0, 1],
		]);
	});

	it("says something, and what is needed by whoever is stuck", () => {
		const codes = (given: object) =>
			refuseStatusCard({
				...{ memberId: "m", standing: "as-planned", done: "a", next: "", help: "", taskIds: [] },
				...given,
			}).map(({ code }) => code);
		expect(codes({})).toEqual([]);
		expect(codes({ done: "" })).toEqual(["card-empty"]);
		expect(codes({ standing: "stuck" })).toEqual(["help-missing"]);
	});
});
