import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor } from "../../../../test/make.ts";
import { type MadeNetwork, makeNetwork } from "../../../../test/make-network.ts";
import { testContext } from "../../../../test/worker.ts";
import { addDays, dayOf } from "../../../day.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { findWaiting } from "../../../registry/waiting.server.ts";
import {
	addTask,
	answerTakeHome,
	fillCard,
	openGathering,
	removeMember,
	removeTakeHome,
	removeTask,
	takeHome,
} from "../service.server.ts";
import { askTakeHomeTask } from "./ask.server.ts";
import { takeHomePurpose } from "./purpose.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const today = dayOf(new Date());
const day = (ahead: number) => addDays(today, ahead);

const opened = (actor: Actor, of: MadeNetwork, meetingId: string) =>
	database.reading(actor, (work) => openGathering(work, of.id, meetingId));
const card = { standing: "as-planned", done: "Alle veies.", next: "Måltidene.", help: "", taskIds: [] } as const;

it("asks members for work and a card before they meet, shows what was delivered to all, and begins the next from the last", async () => {
	const of = await makeNetwork(database);
	const { id, keeper, member, memberId, first, second } = of;
	const task = { task: "Ta med et eksempel", dueOn: day(5) };
	expect(await codes(member, (work) => addTask(work, id, first, task))).toEqual(["not-allowed"]);
	expect(await codes(keeper, (work) => addTask(work, id, first, { ...task, dueOn: day(11) }))).toEqual([
		"due-after-gathering",
	]);
	await does(keeper, (work) => addTask(work, id, first, task));
	const waits = async () =>
		(await database.reading(member, findWaiting)).some(({ key }) => key === `development.network-card.${first}`);
	expect(await waits()).toBe(true);
	expect((await opened(member, of, first))?.fillsFor.map((one) => one.id)).toEqual([memberId]);
	const taskIds = (await opened(member, of, first))?.tasks.map((one) => one.id) ?? [];
	const filled = { ...card, memberId, taskIds };
	expect(await codes(member, (work) => fillCard(work, id, first, { ...filled, done: "", next: "" }))).toEqual([
		"card-empty",
	]);
	expect(await codes(member, (work) => fillCard(work, id, first, { ...filled, standing: "stuck" }))).toEqual([
		"help-missing",
	]);
	await does(member, (work) => fillCard(work, id, first, filled));
	expect(await waits()).toBe(false);
	const seen = (await opened(keeper, of, first))?.delivered ?? [];
	expect(seen.find((one) => one.member.id === memberId)).toMatchObject({ card: { done: "Alle veies." }, late: [] });
	expect(seen.find((one) => one.member.id !== memberId)).toMatchObject({ card: null, done: [] });
	expect(await codes(keeper, (work) => removeTask(work, id, first, taskIds[0] ?? ""))).toEqual(["task-done"]);
	expect(await codes(keeper, (work) => removeMember(work, id, memberId))).toEqual(["has-done-something"]);
	// What was said the last time is what the next card begins from.
	expect((await opened(member, of, second))?.last(memberId)).toMatchObject({ meetingId: first, next: "Måltidene." });
	// What was to be done by a day that has passed, and was not, is shown.
	database.setNow(`${day(6)}T10:00:00Z`);
	const late = (await opened(member, of, first))?.delivered.find((one) => one.member.id !== memberId)?.late;
	expect(late).toMatchObject([{ task: "Ta med et eksempel" }]);
	database.setNow(null);
	const stranger = await makeActor(database);
	expect(await opened(stranger, of, first)).toBeUndefined();
	expect(await codes(stranger, (work) => fillCard(work, id, first, filled))).toEqual(["missing"]);
});

it("says what is taken home, and asks the leader once by a link whether anybody asked", async () => {
	const of = await makeNetwork(database);
	const { id, keeper, member, memberId, first } = of;
	const leaderEmail = `leder-${id}@example.no`;
	const plan = {
		...{ memberId, participant: "Kari", what: "Veie alle", who: "Avdelingen", dueOn: day(40) },
		...{ leaderName: "Ola", leaderEmail },
	};
	expect(await codes(member, (work) => takeHome(work, id, first, plan))).toEqual(["not-been-held"]);
	database.setNow(`${day(11)}T10:00:00Z`);
	expect(await codes(member, (work) => fillCard(work, id, first, { ...card, memberId, taskIds: [] }))).toEqual([
		"has-been-held",
	]);
	await does(member, (work) => takeHome(work, id, first, plan));
	await does(member, (work) => takeHome(work, id, first, { ...plan, participant: "Per", leaderEmail: null }));
	const context = testContext(database, { LAERINGSARENA_SMTP_URL: "smtp://localhost" });
	const mails = () =>
		database.reading(system("test"), (work) =>
			work.db.selectFrom("notice.mail").select("id").where("recipient", "=", leaderEmail).execute(),
		);
	await askTakeHomeTask.run(context, {});
	expect(await mails()).toHaveLength(0);
	database.setNow(`${day(40)}T10:00:00Z`);
	await askTakeHomeTask.run(context, {});
	await askTakeHomeTask.run(context, {});
	const plans = async () => (await opened(keeper, of, first))?.takeHome ?? [];
	const kari = (await plans()).find(({ participant }) => participant === "Kari");
	expect(kari).toMatchObject({ toldOn: day(40), asked: null });
	expect((await plans()).find(({ participant }) => participant === "Per")?.toldOn).toBeNull();
	const link: Actor = {
		...{ kind: "link", organisationId: keeper.organisationId ?? "", tokenId: id, purpose: takeHomePurpose },
		objectId: kari?.id ?? "",
	};
	await does(link, (work) => answerTakeHome(work, { asked: "yes", note: "På ledermøtet." }));
	expect(await codes(link, (work) => answerTakeHome(work, { asked: "no", note: "" }))).toEqual(["already-answered"]);
	expect((await plans()).find(({ participant }) => participant === "Kari")).toMatchObject({ asked: "yes" });
	expect(await codes(member, (work) => removeTakeHome(work, id, first, kari?.id ?? ""))).toEqual(["already-answered"]);
	expect(await mails()).toHaveLength(1);
	database.setNow(null);
});
