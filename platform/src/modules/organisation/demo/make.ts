import { addDays, dayOf } from "../../../day.ts";
import type { CarriedContact } from "../contact/store.server.ts";
import { searchNameOf } from "../unit/rules.ts";
import type { UnitToInsert } from "../unit/write.store.server.ts";
import { addressed, type MadePerson, makePerson } from "./names.ts";
import type { PlannedContact, Position } from "./plan.ts";
import type { Random } from "./random.ts";
import type { DemoContact } from "./region.ts";
import type { MadeUnit } from "./units.ts";

/** Everybody at one organisation gets an address of their own, and a telephone nobody else in the plan has. */
export type Staffing = {
	hire(): MadePerson;
	named(name: string): MadePerson;
};

/** @param phones gives the next number, and is the same for every organisation of a plan */
export function staffing(domain: string, chance: Random, phones: () => string): Staffing {
	const taken = new Set<string>();
	const distinct = (make: (number: number) => Omit<MadePerson, "phone">): MadePerson => {
		let person = make(0);
		for (let number = 2; taken.has(person.email); number++) person = addressed(person.name, domain, number);
		taken.add(person.email);
		return { ...person, phone: phones() };
	};
	return {
		hire: () => distinct((number) => makePerson(domain, chance, number)),
		named: (name) => distinct((number) => addressed(name, domain, number)),
	};
}

/** Units as they are stored, siblings in the order made; `idOf` gives each code its id. */
export function unitsToInsert(
	organisationId: string,
	units: readonly MadeUnit[],
	idOf: (code: string) => string,
	municipalityNumber: string | null,
	validFrom: string,
): UnitToInsert[] {
	return units.map((unit, index) => {
		const { name, code, setting, sector, place, at } = unit;
		const values = {
			...{ name, code, setting, sector, place, municipalityNumber, published: true },
			...{ address: null, postcode: null, email: null, phone: null },
			...{ latitude: at?.latitude ?? null, longitude: at?.longitude ?? null },
		};
		return {
			organisationId,
			id: idOf(code),
			parentId: unit.parentCode === null ? null : idOf(unit.parentCode),
			validFrom,
			validTo: null,
			sort: (index + 1) * 10,
			values,
			searchName: searchNameOf(values),
		};
	});
}

/** A moment some months back, on the same day of the month or near it. */
export function monthsBefore(now: Date, months: number): Date {
	return new Date(`${addDays(dayOf(now), -Math.round(months * 30.5))}T09:00:00Z`);
}

/** A contact carrying those who answer. */
export function contactOf(
	contact: DemoContact,
	where: { readonly organisationId: string; readonly id: string; readonly unitId: string | null; readonly now: Date },
	holder: Position | null,
	deputy: Position | null,
	postBox: { readonly name: string; readonly email: string },
): PlannedContact {
	const box = holder === null ? postBox : { name: null, email: null };
	return {
		organisationId: where.organisationId,
		id: where.id,
		verifiedAt: monthsBefore(where.now, contact.monthsAgo),
		validFrom: holder?.validFrom ?? "2022-01-01",
		values: {
			...box,
			responsibility: contact.responsibility,
			profession: contact.profession ?? null,
			unitId: where.unitId,
			membershipId: holder?.id ?? null,
			deputyMembershipId: deputy?.id ?? null,
			phone: null,
			note: null,
			published: true,
		},
		holder: holder && answererOf(holder),
		deputy: deputy && answererOf(deputy),
	};
}

/** A position as contacts carry those who answer. */
export function answererOf(position: Position): NonNullable<CarriedContact["holder"]> {
	const { id, personId, validTo, person } = position;
	return { id, personId, validTo, ...person };
}
