import type { Work } from "../../database/work.server.ts";
import { readGazetteer } from "../../geography/gazetteer.server.ts";
import { operatorOrganisationId } from "../../identity/actor.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome } from "../../outcome.ts";
import { planDemo } from "./demo/demo-plan.ts";
import { isPerson, membershipOf, writePlan } from "./demo/write.server.ts";
import { referenceId } from "./reference.server.ts";

export type DemoSeeded = { readonly people: number; readonly units: number; readonly roles: number };

/**
 * Fills the demo region: fourteen municipalities and four institutions that exist, with units and people that do not. Once
 * only: where the demo is already there nothing is added, so what visitors have done to it stays. The public bodies must
 * be there first (`seedReference`).
 */
export async function seedDemo(work: Work): Promise<Outcome<DemoSeeded>> {
	const { plan, positions } = planDemo({
		gazetteer: readGazetteer(),
		idOf: referenceId,
		operatorId: operatorOrganisationId,
		now: work.now,
		today: work.today,
	});
	const [first] = plan.people;
	if (first && (await isPerson(work, first.id))) return done({ people: 0, units: 0, roles: 0 });
	await writePlan(work, { ...plan, memberships: positions.map(membershipOf) });
	const seeded = { people: plan.people.length, units: plan.units.length, roles: positions.length };
	await record(work, { verb: "demo.seed", objectKind: "demo", objectId: null, detail: seeded });
	return done(seeded);
}
