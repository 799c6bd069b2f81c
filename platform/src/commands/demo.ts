import pg from "pg";
import type { Work } from "../database/work.server.ts";
import type { House } from "../house.server.ts";
import { system } from "../identity/actor.ts";
import { seedNationalFunding } from "../modules/funding/demo-national/national.server.ts";
import { type NationalGivers, seedNational, seedNationalGivers } from "../modules/organisation/service.server.ts";
import { seedNationalHistory, seedNationalRound } from "../modules/placement/demo/national.server.ts";
import { done, type Outcome } from "../outcome.ts";
import type { Command } from "./command.ts";
import { prepare } from "./prepare.ts";
import { configure, open } from "./serve.ts";

/** So many units that some 8,000 of them have places for students. */
const nationalSize = { units: 10_300, people: 50_000 };
const yearsBack = [1, 2, 3, 4, 5];

export const demoCommand: Command = {
	usage: "[--national]",
	summary:
		"Fyll databasen med demoregionen, og stopp. Endrer ingenting som finnes fra før. --national: hele landet, med 50 000 studenter og fem år bakover, til å prøve belastning med.",
	options: { national: { type: "boolean" } },
	async run({ values }) {
		const house = await open(configure({ LAERINGSARENA_DEMO: "1" }));
		try {
			await prepare(house);
			process.stdout.write("Demoregionen er på plass.\n");
			if (values.national === true) await fillCountry(house);
			return 0;
		} finally {
			await house.close();
		}
	},
};

async function fillCountry({ database, owner }: House): Promise<void> {
	const step = async (said: string, work: (work: Work) => Promise<Outcome<unknown>>, organisationId?: string) => {
		const begun = performance.now();
		await database.commanding(system("demo", organisationId), work);
		process.stdout.write(`${said} (${((performance.now() - begun) / 1000).toFixed(0)} s)\n`);
	};
	await step("Kommuner, enheter og ansatte i hele landet", (work) => seedNational(work, nationalSize));
	await step("Plasser, emner, studenter og ønsker til en runde for hele landet", (work) => seedNationalRound(work));
	for (const back of yearsBack)
		await step(`En runde som ble avsluttet for ${back} år siden`, (work) => seedNationalHistory(work, back));
	let givers: NationalGivers | undefined;
	await step("Saksbehandlere i Helsedirektoratet", async (work) => {
		givers = await seedNationalGivers(work);
		return done(undefined);
	});
	if (givers) {
		const { organisationId } = givers;
		const made = givers;
		await step("Søknader fra alle kommuner", (work) => seedNationalFunding(work, made), organisationId);
	}
	// What autovacuum does within minutes; until then what comes next is planned as if the tables were empty.
	const client = new pg.Client(owner);
	await client.connect();
	await client.query("vacuum analyze").finally(() => client.end());
}
