import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { saying } from "../forms/text.ts";
import type { House } from "../house.server.ts";
import { type Actor, system } from "../identity/actor.ts";
import { formatNumber } from "../language.ts";
import { type ImportKind, type ImportPreview, importKinds } from "../modules/organisation/import/contract.ts";
import { doingAs, importAtOnce } from "../modules/organisation/import/service.server.ts";
import { importText } from "../modules/organisation/import/text.ts";
import type { Command, Values } from "./command.ts";
import { findByNumber, personAt } from "./organisation.ts";
import { Problem } from "./problem.ts";
import { configure, open } from "./serve.ts";

const example = "laeringsarena import units enheter.xlsx --organisation 5035";

export const importCommand: Command = {
	usage: "units|people|contacts FIL --organisation NUMMER [--kind SLAG] [--person E-POST] [--sheet ARK] [--preview]",
	summary:
		"Ta inn enheter, personer eller kontakter fra Excel eller CSV, alt eller ingenting. --preview viser bare hva som vil skje. --person gjør det med rettighetene til en bestemt person.",
	options: {
		organisation: { type: "string" },
		kind: { type: "string" },
		person: { type: "string" },
		sheet: { type: "string" },
		preview: { type: "boolean" },
	},
	async run({ values, positionals: [what, file] }) {
		const kind = importKinds.find((one) => one === what);
		if (!kind)
			throw new Problem("Hva skal tas inn: units (enheter), people (personer) eller contacts (kontakter)?", example, 2);
		if (file === undefined) throw new Problem("Hvilken fil skal leses?", example, 2);
		const content = await readFile(file).catch(() => {
			throw new Problem(`Filen ${file} kan ikke leses.`, "Sjekk at den finnes, og at du har lov til å lese den.");
		});
		const house = await open(configure({}));
		try {
			const organisation = await findByNumber(house, values);
			const outcome = await importAtOnce(
				doingAs(house.database, await actorFor(house, organisation.id, values)),
				organisation.id,
				{
					...{ kind, content, fileName: basename(file), onlyLook: values.preview === true },
					sheet: typeof values.sheet === "string" ? values.sheet : null,
				},
			);
			const { preview } = outcome;
			if (preview && preview.refusalCount > 0) {
				process.stderr.write(refusalLines(preview));
				return 1;
			}
			if (outcome.refused) {
				const say = saying("nb", importText.nb.refusals);
				throw new Problem(outcome.refused.map(say).join("\n"));
			}
			process.stdout.write(`${organisation.name}: ${countLine(kind, outcome.done, values.preview === true)}\n`);
			return 0;
		} finally {
			await house.close();
		}
	},
};

async function actorFor(house: House, organisationId: string, values: Values): Promise<Actor> {
	return typeof values.person === "string"
		? personAt(house, values.person, organisationId)
		: system("import", organisationId);
}

function refusalLines({ refusals, refusalCount, sheets }: ImportPreview): string {
	const number = (value: number) => formatNumber("nb", value);
	const lines = refusals.map(({ place, problem, remedy }) => {
		const where = place.nb === "" ? "" : `${place.nb}: `;
		return `${where}${problem.nb} ${remedy.nb}`;
	});
	const more = refusalCount > lines.length ? [`Viser de ${number(lines.length)} første.`] : [];
	const choice = sheets.length > 0 ? [`Velg ark med --sheet «${sheets.join("» eller «")}».`] : [];
	return `${[...lines, "", `${number(refusalCount)} feil. Ingenting er endret.`, ...more, ...choice].join("\n")}\n`;
}

function countLine(kind: ImportKind, { counts }: ImportPreview, onlyLook: boolean): string {
	const { created, changed, unchanged, untouched } = counts;
	const words = { units: "enheter", people: "roller", contacts: "kontaktpunkter" }[kind];
	const tense = onlyLook ? "vil bli endret" : "endret";
	return `${created} nye ${words}, ${changed} ${tense}, ${unchanged} uendret, ${untouched} ikke i filen.`;
}
