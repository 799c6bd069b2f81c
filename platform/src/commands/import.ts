import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { saying } from "../forms/text.ts";
import type { House } from "../house.server.ts";
import { type Actor, system } from "../identity/actor.ts";
import type { ImportPreview } from "../import/contract.ts";
import { findImportKind, listImportKinds } from "../import/kind.server.ts";
import { doingAs, importAtOnce } from "../import/service.server.ts";
import { importText } from "../import/text.ts";
import { formatNumber } from "../language.ts";
import type { Command, Values } from "./command.ts";
import { findByNumber, personAt } from "./organisation.ts";
import { Problem } from "./problem.ts";
import { configure, open } from "./serve.ts";

const example = "laeringsarena import units enheter.xlsx --organisation 5035";

export const importCommand: Command = {
	usage: "HVA FIL --organisation NUMMER [--kind SLAG] [--person E-POST] [--sheet ARK] [--preview]",
	summary:
		"Ta inn enheter (units), personer (people), kontakter (contacts), emner (courses), studenter (students), kapasitet (capacity) eller bestillinger (requests) fra Excel eller CSV, alt eller ingenting. --preview viser bare hva som vil skje. --person gjør det med rettighetene til en bestemt person.",
	options: {
		organisation: { type: "string" },
		kind: { type: "string" },
		person: { type: "string" },
		sheet: { type: "string" },
		preview: { type: "boolean" },
	},
	async run({ values, positionals: [what, file] }) {
		const kind = findImportKind(what);
		if (!kind) {
			const known = listImportKinds().map(({ name, words }) => `${name} (${words("nb").title.toLowerCase()})`);
			throw new Problem(`Hva skal tas inn: ${known.slice(0, -1).join(", ")} eller ${known.at(-1)}?`, example, 2);
		}
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
					...{ kind: kind.name, content, fileName: basename(file), onlyLook: values.preview === true },
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
			process.stdout.write(
				`${organisation.name}: ${countLine(kind.words("nb").title.toLowerCase(), outcome.done, values.preview === true)}\n`,
			);
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

function countLine(what: string, { counts }: ImportPreview, onlyLook: boolean): string {
	const { created, changed, unchanged, untouched } = counts;
	const tense = onlyLook ? "vil bli endret" : "endret";
	return `${created} nye ${what}, ${changed} ${tense}, ${unchanged} uendret, ${untouched} ikke i filen.`;
}
