import { addDays, dayOf } from "../src/day.ts";
import { addMember, addNetwork, meetInArena, openNetwork } from "../src/modules/development/service.server.ts";
import { planMeetings } from "../src/modules/meeting/service.server.ts";
import type { TestDatabase } from "./database.ts";
import { doing } from "./doing.ts";
import { makeActor, makeOrganisation } from "./make.ts";

const today = dayOf(new Date());
const day = (ahead: number) => addDays(today, ahead);

/** A network with a keeper and a member that is in it, two gatherings ahead, and a stranger. */
export async function makeNetwork(database: TestDatabase) {
	const { does } = doing(database);
	const [own, other] = [await makeOrganisation(database), await makeOrganisation(database)];
	const keeper = await makeActor(database, { organisation: own, roles: ["network-leader"] });
	const member = await makeActor(database, { organisation: other, roles: ["manager"] });
	const { id } = await does(keeper, (work) =>
		addNetwork(work, {
			...{ name: "Ernæring", purpose: "Ingen skal sulte", kind: "owned", foundedOn: day(-900), foundedBy: "" },
			...{ owners: "", decides: "", moneyKind: "budgets", money: "", leadRotates: false, gatheringsAYear: 4 },
			...{ plan: "", planUntil: null },
		}),
	);
	const { id: memberId } = await does(keeper, (work) =>
		addMember(work, id, {
			...{ partyId: other.id, name: "", standing: "member", invitedOn: null, joinedOn: day(-90), adoptedBy: "" },
			...{ adoptedOn: null, anchored: null, contactRole: "", contactName: "", contactEmail: null },
			...{ pledgedShare: null, pledgedHours: null, pledgedKroner: null, pledgedOn: null, pledgedWhere: "" },
		}),
	);
	const { arenaId } = await does(keeper, (work) => meetInArena(work, id));
	const when = { day: day(10), from: "10:00", to: "14:00", place: "Rådhuset", link: null, count: 2, weeksBetween: 8 };
	await does(keeper, (work) => planMeetings(work, arenaId, when));
	const opened = await database.reading(keeper, (work) => openNetwork(work, id));
	const [second, first] = opened?.gatherings ?? [];
	return { id, keeper, member, memberId, first: first?.id ?? "", second: second?.id ?? "" };
}
export type MadeNetwork = Awaited<ReturnType<typeof makeNetwork>>;
