import { addDays } from "../../../day.ts";
import type { Gazetteer } from "../../../geography/place.ts";
import { searchNameOf } from "../directory/rules.ts";
import type { UnitToInsert } from "../unit/write.store.server.ts";
import { answererOf, contactOf, monthsBefore, type Staffing, staffing, unitsToInsert } from "./make.ts";
import { domainOf, phoneNumbers } from "./names.ts";
import { emptyPlan, type Plan, type Position } from "./plan.ts";
import { type Random, random } from "./random.ts";
import {
	type DemoContact,
	type DemoRole,
	demoBeginners,
	demoBodies,
	demoInstitutions,
	demoMunicipalities,
	demoPeople,
	demoSmall,
	institutionContacts,
	institutionStaff,
	municipalContacts,
	municipalStaff,
} from "./region.ts";
import { type MadeUnit, makeUnits } from "./units.ts";

/** What the plan leans on: places, ids that are the same in every run, and the moment. */
export type Ground = {
	readonly gazetteer: Gazetteer;
	/** A key made an id. */
	idOf(key: string): string;
	readonly operatorId: string;
	readonly now: Date;
	readonly today: string;
};

/** Where roles in the demo began. */
const since = "2023-08-01";
/** From when the made-up units have been. */
const unitsSince = "2020-01-01";

/** The demo region, the same every time but for the day it is made. */
export function planDemo(ground: Ground): { readonly plan: Plan; readonly positions: readonly Position[] } {
	const chance = random(2026);
	const phones = phoneNumbers();
	const plan = emptyPlan();
	const positions: Position[] = [];
	for (const { number, units } of demoMunicipalities) {
		const place = ground.gazetteer.municipalities.find((one) => one.number === number);
		if (!place) throw new Error(`no municipality ${number} in the gazetteer`);
		const made = makeUnits(place, ground.gazetteer.towns, units, chance);
		const body = bodyOf(ground, `municipality:${number}`, place.name, chance, phones);
		body.units.push(...unitsToInsert(body.id, made, body.unitId, number, unitsSince));
		settle(ground, plan, positions, body, { staff: municipalStaff, contacts: municipalContacts }, chance);
	}
	for (const institution of demoInstitutions) {
		const body = bodyOf(ground, institution.key, institution.shortName, chance, phones);
		const made = institution.faculties.flatMap((faculty, index): MadeUnit[] => [
			academic(`F${index + 1}`, null, faculty.name, "faculty"),
			...faculty.departments.map((name, place) =>
				academic(`F${index + 1}-${place + 1}`, `F${index + 1}`, name, "department"),
			),
		]);
		body.units.push(...unitsToInsert(body.id, made, body.unitId, null, unitsSince));
		settle(ground, plan, positions, body, { staff: institutionStaff, contacts: institutionContacts }, chance);
	}
	for (const { key, shortName } of demoBodies) {
		const body = bodyOf(ground, key, shortName, chance, phones);
		const contacts: DemoContact[] = [{ responsibility: "general", by: null, monthsAgo: 2 }];
		settle(ground, plan, positions, body, { staff: [], contacts }, chance);
	}
	for (const small of demoSmall) {
		planSmall(ground, plan, small);
		const body = bodyOf(ground, small.key, small.name, chance, phones);
		const contacts: DemoContact[] = [{ responsibility: "general", by: null, monthsAgo: 8 }];
		const staff = [{ role: "administrator", title: "Daglig leder" } as const];
		settle(ground, plan, positions, body, { staff, contacts }, chance);
	}
	const order = demoPeople.map((person) => ground.idOf(`demo:person:${person.name}`));
	const operator = { ...bodyOf(ground, "operator", "laeringsarena", chance, phones), id: ground.operatorId };
	settle(ground, plan, positions, operator, { staff: [], contacts: [] }, chance);
	for (const { key, shortName } of demoBeginners)
		settle(
			ground,
			plan,
			positions,
			bodyOf(ground, key, shortName, chance, phones),
			{ staff: [], contacts: [] },
			chance,
		);
	plan.people.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
	return { plan, positions };
}

type Body = {
	readonly key: string;
	readonly id: string;
	readonly domain: string;
	readonly people: Staffing;
	unitId(code: string): string;
	readonly units: UnitToInsert[];
};

function bodyOf(ground: Ground, key: string, name: string, chance: Random, phones: () => string): Body {
	const domain = domainOf(name);
	return {
		key,
		id: ground.idOf(key),
		domain,
		people: staffing(domain, chance, phones),
		unitId: (code) => ground.idOf(`demo:${key}:unit:${code}`),
		units: [],
	};
}

function academic(code: string, parentCode: string | null, name: string, setting: string): MadeUnit {
	return { code, parentCode, name, setting, sector: "academic", place: null, at: null };
}

/** People, roles and contacts of one organisation: first those a visitor can be, then those around them. */
function settle(
	ground: Ground,
	plan: Plan,
	positions: Position[],
	body: Body,
	given: {
		readonly staff: readonly { readonly role: DemoRole["role"]; readonly title: string; readonly position?: "staff" }[];
		readonly contacts: readonly DemoContact[];
	},
	chance: Random,
): void {
	plan.units.push(...body.units);
	const own: Position[] = [];
	let counter = 0;
	const place = (about: Partial<Position> & Pick<Position, "role" | "title">): Position => {
		const made: Position = {
			...{ organisationId: body.id, id: ground.idOf(`demo:${body.key}:membership:${++counter}`), personId: null },
			...{ person: about.person ?? body.people.hire(), unitId: null, share: null, position: "line", deputyId: null },
			...{ validFrom: since, validTo: null, verifiedAt: monthsBefore(ground.now, chance.whole(0, 14)) },
			...about,
		};
		own.push(made);
		return made;
	};
	placeShown(ground, body, place, plan);
	for (const { role, title, position = "line" } of given.staff)
		if (!own.some((one) => one.role === role && one.unitId === null)) place({ role, title, position });
	for (const unit of body.units) placeUnit(unit, own, place, chance);
	planContacts(ground, plan, body, own, given.contacts);
	planUnitContacts(ground, plan, body, own, chance);
	positions.push(...own);
}

type Place = (about: Partial<Position> & Pick<Position, "role" | "title">) => Position;

function placeShown(ground: Ground, body: Body, place: Place, plan: Plan): void {
	for (const { name, roles } of demoPeople) {
		const personId = ground.idOf(`demo:person:${name}`);
		const here = roles.filter((role) => role.at === body.key);
		if (here.length === 0) continue;
		const person = body.people.named(name);
		if (!plan.people.some((one) => one.id === personId)) plan.people.push({ ...person, id: personId, shown: true });
		for (const { unit, role, title, share = 100, position = "line" } of here) {
			const found =
				unit === null ? undefined : body.units.find((one) => one.values.setting === unit || one.values.name === unit);
			if (unit !== null && !found) throw new Error(`no unit ${unit} for ${name}`);
			place({
				...{ personId, person, role, title, share, position, unitId: found?.id ?? null },
				verifiedAt: monthsBefore(ground.now, 2),
			});
		}
	}
}

/** A leader for every unit, supervisors where students come, and students where they study. */
function placeUnit(unit: UnitToInsert, own: readonly Position[], place: Place, chance: Random): void {
	const { setting, sector, name } = unit.values;
	const unitId = unit.id;
	const supervisors =
		setting !== null && (sector === "health-and-care" || sector === "childhood")
			? Array.from({ length: chance.whole(1, 3) }, () =>
					place({ role: "supervisor", title: "Praksisveileder", unitId, share: chance.pick([60, 80, 100]) }),
				)
			: [];
	if (!own.some((one) => one.role === "unit-leader" && one.unitId === unitId)) {
		const deputy = chance.chance(0.7) ? (supervisors[0]?.id ?? null) : null;
		const title =
			setting === null ? `Kommunalsjef, ${name.toLowerCase()}` : sector === "academic" ? "Leder" : "Enhetsleder";
		place({ role: "unit-leader", title, unitId, share: 100, deputyId: deputy });
	}
	if (setting === "department" && name.includes("sykepleie"))
		for (let number = 0; number < 24; number++) place({ role: "student", title: "Sykepleierstudent", unitId });
}

function planContacts(
	ground: Ground,
	plan: Plan,
	body: Body,
	own: readonly Position[],
	contacts: readonly DemoContact[],
): void {
	const holding = (role: DemoRole["role"] | undefined | null) =>
		own.find((one) => one.role === role && one.unitId === null && one.validTo === null) ?? null;
	for (const [index, contact] of contacts.entries()) {
		const id = ground.idOf(`demo:${body.key}:contact:${index}`);
		const where = { organisationId: body.id, id, unitId: null, now: ground.now };
		const box = { name: "Postmottak", email: `post@${body.domain}` };
		const [holder, deputy] = [holding(contact.by), holding(contact.deputy)];
		if (contact.by !== null && holder === null) continue;
		// One who holds both roles cannot stand in for themselves.
		const same = deputy?.person.email === holder?.person.email;
		plan.contacts.push(contactOf(contact, where, holder, same ? null : deputy, box));
	}
}

/** Nursing homes and home care answer for their own placements; some without a deputy, some long not looked at. */
function planUnitContacts(ground: Ground, plan: Plan, body: Body, own: Position[], chance: Random): void {
	for (const unit of body.units) {
		const { setting } = unit.values;
		if (setting !== "nursing-home" && setting !== "home-care") continue;
		const leader = own.find((one) => one.role === "unit-leader" && one.unitId === unit.id);
		if (!leader) continue;
		const deputy = chance.chance(0.6)
			? (own.find((one) => one.role === "supervisor" && one.unitId === unit.id) ?? null)
			: null;
		const contact = { responsibility: "placements", by: "unit-leader", monthsAgo: chance.whole(1, 16) } as const;
		const id = ground.idOf(`demo:${body.key}:contact:${unit.values.code}`);
		const where = { organisationId: body.id, id, unitId: unit.id, now: ground.now };
		plan.contacts.push(contactOf(contact, where, leader, deputy, { name: "", email: "" }));
	}
	planLeaver(ground, plan, body, own);
}

/** In two municipalities somebody has just left: once with a deputy who answers, once with nobody. */
function planLeaver(ground: Ground, plan: Plan, body: Body, own: Position[]): void {
	if (body.key !== "municipality:5035" && body.key !== "municipality:5037") return;
	const adviser = own.find((one) => one.role === "adviser" && one.unitId === null);
	if (!adviser) return;
	const gone: Position = {
		...adviser,
		id: ground.idOf(`demo:${body.key}:membership:gone`),
		person: body.people.hire(),
		title: "Rådgiver etter- og videreutdanning",
		validTo: addDays(ground.today, -20),
	};
	const deputy = body.key === "municipality:5037" ? adviser : null;
	const contact = { responsibility: "further-education", by: "adviser", monthsAgo: 9 } as const;
	const id = ground.idOf(`demo:${body.key}:contact:gone`);
	const where = { organisationId: body.id, id, unitId: null, now: ground.now };
	plan.contacts.push(contactOf(contact, where, gone, deputy, { name: "", email: "" }));
	planBefore(ground, plan, body, gone);
	own.push(gone);
}

/** Half a year ago the one who has left answered for the competence plan too. */
function planBefore(ground: Ground, plan: Plan, body: Body, before: Position): void {
	const index = plan.contacts.findIndex(
		(contact) => contact.organisationId === body.id && contact.values.responsibility === "competence-plan",
	);
	const now = plan.contacts[index];
	if (!now) return;
	const changed = addDays(ground.today, -182);
	plan.contacts[index] = { ...now, validFrom: changed };
	plan.formerContacts.push({
		...now,
		...{ id: ground.idOf(`demo:${body.key}:contact:before`), contactId: now.id, deputy: null },
		holder: answererOf(before),
		...{ validFrom: since, validTo: addDays(changed, -1), verifiedAt: monthsBefore(ground.now, 12) },
	});
}

/** An organisation below a municipality: registered and kept by it, in the middle of its town. */
function planSmall(ground: Ground, plan: Plan, small: (typeof demoSmall)[number]): void {
	const place = ground.gazetteer.municipalities.find((one) => one.number === small.municipality);
	if (!place) throw new Error(`no municipality ${small.municipality} in the gazetteer`);
	const id = ground.idOf(small.key);
	const keeperId = ground.idOf(`municipality:${small.municipality}`);
	const names = { name: small.name, shortName: null, otherNames: [], number: null };
	plan.organisations.push({ id, kind: small.kind, keeperId });
	plan.affiliations.push({ organisationId: id, parentId: keeperId, kind: "municipality", validFrom: since });
	plan.identities.push({
		...names,
		id: ground.idOf(`${small.key}:identity`),
		organisationId: id,
		validFrom: since,
		validTo: null,
		countyNumber: place.county,
		municipalityNumber: place.number,
		latitude: place.centre.at.latitude,
		longitude: place.centre.at.longitude,
		place: place.centre.name,
		website: null,
		source: "Oppdiktet for demoen",
		sourceDate: since,
		searchName: searchNameOf(names),
	});
}
