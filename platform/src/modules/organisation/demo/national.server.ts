import type { Work } from "../../../database/work.server.ts";
import { readGazetteer } from "../../../geography/gazetteer.server.ts";
import { done, type Outcome } from "../../../outcome.ts";
import type { Role } from "../contract.ts";
import { referenceId } from "../reference.server.ts";
import { contactOf, monthsBefore, staffing, unitsToInsert } from "./make.ts";
import { domainOf, phoneNumbers } from "./names.ts";
import { emptyPlan, type Position } from "./plan.ts";
import { random } from "./random.ts";
import { municipalContacts, municipalStaff } from "./region.ts";
import { makeUnits } from "./units.ts";
import { isPerson, membershipOf, writePlan } from "./write.server.ts";

export type National = { readonly municipalities: number; readonly units: number; readonly people: number };

/**
 * Fills the whole country with made-up units and people, for measuring: every municipality gets its share of the units,
 * and of the people, each with an account. Runs once, on an installation with the public bodies; a municipality that has
 * units already, as those of the demo region do, stays as it is.
 */
export async function seedNational(
	work: Work,
	size: { readonly units: number; readonly people: number } = { units: 8_000, people: 50_000 },
): Promise<Outcome<National>> {
	const gazetteer = readGazetteer();
	const { municipalities, towns } = gazetteer;
	const chance = random(357);
	const phones = phoneNumbers();
	const plan = emptyPlan();
	const positions: Position[] = [];
	const taken = new Set(
		(await work.db.selectFrom("organisation.unit").select("organisation_id as id").distinct().execute()).map(
			({ id }) => id,
		),
	);
	for (const [index, place] of municipalities.entries()) {
		const organisationId = referenceId(`municipality:${place.number}`);
		if (taken.has(organisationId)) continue;
		const key = `national:${place.number}`;
		const people = staffing(domainOf(place.name), chance, phones);
		const units = unitsToInsert(
			organisationId,
			makeUnits(place, towns, shareOf(size.units, municipalities.length, index), chance),
			(code) => referenceId(`${key}:unit:${code}`),
			place.number,
			"2020-01-01",
		);
		plan.units.push(...units);
		const own = Array.from({ length: shareOf(size.people, municipalities.length, index) }, (_, number): Position => {
			const person = people.hire();
			const personId = referenceId(`${key}:person:${number}`);
			plan.people.push({ ...person, id: personId, shown: false });
			const staff = municipalStaff[number];
			const unit = staff ? undefined : units[(number - municipalStaff.length) % units.length];
			const first = number < municipalStaff.length + units.length;
			const role: Role = staff?.role ?? (first ? "unit-leader" : chance.pick(["supervisor", "employee", "employee"]));
			return {
				...{ organisationId, id: referenceId(`${key}:membership:${number}`), personId, person, role },
				...{ title: staff?.title ?? (first ? "Enhetsleder" : "Ansatt"), unitId: unit?.id ?? null },
				...{ share: chance.pick([50, 60, 80, 100]), position: staff?.position ?? "line", deputyId: null },
				...{ validFrom: "2022-01-01", validTo: null, verifiedAt: monthsBefore(work.now, chance.whole(0, 15)) },
			};
		});
		positions.push(...own);
		for (const [number, contact] of municipalContacts.entries()) {
			const holding = (role: Role | null | undefined) =>
				own.find((one) => one.role === role && one.unitId === null) ?? null;
			const id = referenceId(`${key}:contact:${number}`);
			const box = { name: "Postmottak", email: `post@${domainOf(place.name)}` };
			const where = { organisationId, id, unitId: null, now: work.now };
			plan.contacts.push(contactOf(contact, where, holding(contact.by), holding(contact.deputy), box));
		}
	}
	await writePlan(work, { ...plan, memberships: positions.map(membershipOf) });
	return done({ municipalities: municipalities.length, units: plan.units.length, people: plan.people.length });
}

/** The n-th of equal shares that add up to the whole. */
function shareOf(whole: number, parts: number, index: number): number {
	return Math.floor((whole * (index + 1)) / parts) - Math.floor((whole * index) / parts);
}

/** Case officers of a directorate, made up: who assesses in the national data. */
const givers = { key: "directorate-hdir", people: 20 } as const;

export type NationalGivers = {
	readonly organisationId: string;
	readonly people: readonly { readonly id: string; readonly name: string }[];
};

/** Case officers of the Directorate of Health, for measuring; those that are there already where they are. */
export async function seedNationalGivers(work: Work): Promise<NationalGivers> {
	const organisationId = referenceId(givers.key);
	const people = staffing("helsedirektoratet", random(23), phoneNumbers());
	const plan = emptyPlan();
	for (let number = 0; number < givers.people; number++)
		plan.people.push({ ...people.hire(), id: referenceId(`national:giver:${number}`), shown: false });
	const positions = plan.people.map(
		(person, number): Position => ({
			...{ organisationId, id: referenceId(`national:giver-membership:${number}`), personId: person.id, person },
			...{ role: "case-officer", title: "Seniorrådgiver", unitId: null, share: 100, position: "staff", deputyId: null },
			...{ validFrom: "2022-01-01", validTo: null, verifiedAt: monthsBefore(work.now, 2) },
		}),
	);
	const [first] = plan.people;
	const there = first && (await isPerson(work, first.id));
	if (!there) await writePlan(work, { ...plan, memberships: positions.map(membershipOf) });
	return { organisationId, people: plan.people.map(({ id, name }) => ({ id, name })) };
}
