import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { random } from "../../organisation/service.server.ts";
import type { SaidByUnit } from "../collect/contract.ts";
import { saidOf } from "../collect/rules.ts";
import {
	answerAsked,
	listCollections,
	listUnitsToAsk,
	openAsked,
	openCollection,
	startCollection,
	takeIn,
} from "../collect/service.server.ts";

/** The units of a municipality of the demo region are asked what they have and need: some have answered, and some answers are taken in. Once only. */
export async function seedCollection(work: Work): Promise<Outcome<{ answers: number }>> {
	if ((await listCollections(work)).length > 0) return done({ answers: 0 });
	const units = await listUnitsToAsk(work, false);
	const { id } = finished(
		await startCollection(
			work,
			{
				...{ name: `Kartlegging ${work.today.slice(0, 4)}`, answerBy: addDays(work.today, 9) },
				message: "Vi oppdaterer kompetanseplanen. Si om tallene stemmer, og hva dere trenger de neste årene.",
				units: units.map((unit) => unit.id),
			},
			{ mails: false },
		),
	);
	const chance = random(20_261_123);
	const asked = (await openCollection(work, id, false))?.asked ?? [];
	let answers = 0;
	for (const one of asked) {
		const opened = await openAsked(work, one.id);
		// Whoever can sign in answers for themselves.
		if (!opened || one.reach.way === "account" || opened.held.has.length === 0 || !chance.chance(0.6)) continue;
		const said = chance.chance(0.5) ? undefined : changed(saidOf(opened.held));
		finished(await answerAsked(work, one.id, { version: 1, ...(said ? { said } : {}) }));
		answers += 1;
		if (chance.chance(0.5)) finished(await takeIn(work, one.id, 2));
	}
	return done({ answers });
}

/** One more of those there are most of, and half a position more needed. */
function changed(said: SaidByUnit): SaidByUnit {
	const [first, ...others] = said.has;
	const [need, ...needs] = said.needs;
	return {
		has: first ? [{ ...first, heads: first.heads + 1, positions: first.positions + 0.75 }, ...others] : [],
		needs: need?.positions ? [{ ...need, positions: need.positions + 0.5 }, ...needs] : said.needs,
		note: "Vi har ansatt én siden sist.",
	};
}
