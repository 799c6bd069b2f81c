import type { Work } from "../../../../database/work.server.ts";
import { missing } from "../../../../visit.server.ts";
import { placesOf } from "../../programme/places.server.ts";
import { mayBegin } from "../../rules.ts";
import { readingOf } from "../service.server.ts";

/** The units a project can be in and the programmes it can be part of, for those who may begin one. */
export async function projectChoices(work: Work) {
	const reading = (await readingOf(work)) ?? missing();
	const units = [...reading.units.values()].map(({ id, name, path }) => {
		const above = path
			.slice(1)
			.map((one) => reading.units.get(one)?.name ?? "")
			.reverse()
			.join(" – ");
		return { value: id, label: name, ...(above === "" ? {} : { group: above }) };
	});
	const places = (await placesOf(work, reading.organisationId)).map((one) => ({
		value: one.admissionId,
		label: one.title,
	}));
	return { units, places, mayBegin: mayBegin(reading.asker), email: reading.email };
}
