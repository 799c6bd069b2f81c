import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor } from "../../../../test/make.ts";
import { type MadeNetwork, makeNetwork } from "../../../../test/make-network.ts";
import type { Actor } from "../../../identity/actor.ts";
import { approveSubstitute, openComing, removeMember, removeSignUp, shareTime, signUp } from "../service.server.ts";
import type { SignUpFacts } from "./contract.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);

const coming = (actor: Actor, { id, first }: MadeNetwork) =>
	database.reading(actor, (work) => openComing(work, id, first));
const facts = (memberId: string, rest: Partial<SignUpFacts> = {}): SignUpFacts => ({
	...{ memberId, participant: "Kari Lie", role: "union", substituteHours: 7, substituteKroner: 2100, ...rest },
});

it("says who comes and in which roles nobody does, and has a leader in the line approve who works instead", async () => {
	const of = await makeNetwork(database);
	const { id, keeper, member, memberId, first } = of;
	const stranger = await makeActor(database);
	expect(await codes(stranger, (work) => signUp(work, id, first, facts(memberId)))).toEqual(["missing"]);
	await does(member, (work) => signUp(work, id, first, facts(memberId)));
	expect(await codes(member, (work) => signUp(work, id, first, facts(memberId)))).toEqual(["signed-up-already"]);
	const read = await coming(keeper, of);
	expect(read?.coming.find((one) => one.member.id === memberId)?.missing).toEqual([
		"project-leader",
		"line-leader",
		"top-management",
		"politician",
	]);
	const signedUp = read?.signUps[0]?.id ?? "";

	// Whoever keeps the network sees the cost, and approves nothing for others.
	expect(read?.readsCost(memberId)).toBe(true);
	expect(await codes(keeper, (work) => approveSubstitute(work, id, first, signedUp))).toEqual(["not-allowed"]);
	expect(await codes(stranger, (work) => approveSubstitute(work, id, first, signedUp))).toEqual(["missing"]);
	await does(member, (work) => approveSubstitute(work, id, first, signedUp));
	expect((await coming(member, of))?.signUps).toMatchObject([{ approvedBy: member.name }]);
	expect(await codes(member, (work) => approveSubstitute(work, id, first, signedUp))).toEqual(["not-allowed"]);

	expect(await codes(keeper, (work) => removeMember(work, id, memberId))).toEqual(["has-done-something"]);
	expect(await codes(stranger, (work) => removeSignUp(work, id, first, signedUp))).toEqual(["missing"]);
	await does(member, (work) => removeSignUp(work, id, first, signedUp));
	expect((await coming(keeper, of))?.signUps).toEqual([]);
});

it("shares its time as whoever keeps the network says, and again when they change their mind", async () => {
	const of = await makeNetwork(database);
	const { id, keeper, member, first } = of;
	const time = { input: 90, sharing: 60, reflection: 30, work: 0 };
	expect(await codes(member, (work) => shareTime(work, id, first, time))).toEqual(["not-allowed"]);
	const nothing = { input: 0, sharing: 0, reflection: 0, work: 0 };
	expect(await codes(keeper, (work) => shareTime(work, id, first, nothing))).toEqual(["time-missing"]);
	await does(keeper, (work) => shareTime(work, id, first, time));
	await does(keeper, (work) => shareTime(work, id, first, { ...time, work: 120 }));
	expect((await coming(member, of))?.shares).toMatchObject({ all: 300, isMostlyInput: false, eachShares: 30 });
});
