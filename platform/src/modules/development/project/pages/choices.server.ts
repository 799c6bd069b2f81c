import type { Work } from "../../../../database/work.server.ts";
import { missing } from "../../../../visit.server.ts";
import { mayBegin } from "../../rules.ts";
import { readingOf } from "../service.server.ts";

/** The units a project can be in, for those who may begin one. */
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
	return { units, mayBegin: mayBegin(reading.asker), email: reading.email };
}
