import type { TestDatabase } from "../../../../../test/database.ts";
import { importingInto } from "../../../../../test/importing.ts";
import { makeActor, makeOrganisation } from "../../../../../test/make.ts";
import { newId } from "../../../../database/work.server.ts";
import { system } from "../../../../identity/actor.ts";
import { done } from "../../../../outcome.ts";

/** The one postcode that is known where these tests run. */
export async function knowPostcode(database: TestDatabase): Promise<void> {
	await database.commanding(system("make"), async (work) => {
		const about = { licence: "x", facts_date: "2026-01-01", imported_at: work.now, row_count: 1, content_hash: "x" };
		await work.db
			.insertInto("geography.source")
			.values({ id: "postcodes", title: "Bring", ...about })
			.execute();
		await work.db
			.insertInto("geography.postcode")
			.values({
				...{ postcode: "7030", place: "TRONDHEIM", municipality_number: "5001", latitude: 63.4, longitude: 10.4 },
				source_id: "postcodes",
			})
			.execute();
		return done(undefined);
	});
}

/** A coordinator at an organisation of their own, with what they do with files written as lines of semicolons. */
export async function makeSetting(database: TestDatabase, kind = "institution") {
	const organisation = await makeOrganisation(database, { kind, name: `Prøve ${newId()}` });
	const coordinator = await makeActor(database, { organisation, roles: ["placement-coordinator"] });
	const { preview, doIt } = importingInto(database);
	const look = (what: string, lines: readonly string[], workbook?: Uint8Array) =>
		workbook
			? preview(coordinator, what, workbook, "fil.xlsx")
			: preview(coordinator, what, new TextEncoder().encode(lines.join("\n")), "fil.csv");
	const take = (id: string) => doIt(coordinator, id);
	const bring = async (what: string, lines: readonly string[]) => {
		const looked = await look(what, lines);
		const outcome = await take(looked.id);
		if (outcome.refused) throw new Error(JSON.stringify([outcome.refused, looked.preview.refusals]));
		return looked.preview;
	};
	/** All that is wrong with a file, and where. */
	const problems = async (what: string, lines: readonly string[]) =>
		(await look(what, lines)).preview.refusals.map(({ place, problem }) => `${place.nb}: ${problem.nb}`);
	return { organisation, coordinator, look, take, bring, problems };
}
