import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { readGazetteer } from "../geography/gazetteer.server.ts";
import { readPostcodes } from "../geography/public/postcodes.server.ts";
import { describePublicRefusal } from "../geography/public/text.ts";
import { formatDate, formatNumber, isLanguage, type Language } from "../language.ts";
import { professions } from "../modules/organisation/codes.ts";
import { organisationText } from "../modules/organisation/text.ts";
import { type RoundRules, roundRules, type Snapshot, usualRules } from "../modules/placement/allocate/contract.ts";
import { explanationOf } from "../modules/placement/allocate/explain.ts";
import { AllocationRefused } from "../modules/placement/allocate/facts.ts";
import { runInThread } from "../modules/placement/allocate/run.server.ts";
import { capacityToAllocate, studentsToAllocate } from "../modules/placement/allocate/sheets/contracts.ts";
import { type Places, type Postcode, placesOf } from "../modules/placement/allocate/sheets/places.ts";
import { findingLine, planSheets } from "../modules/placement/allocate/sheets/plan.ts";
import { rowRefusalLine } from "../modules/placement/allocate/sheets/refusal.ts";
import { type Names, type Sheet, snapshotOf } from "../modules/placement/allocate/sheets/snapshot.ts";
import type { Assumed, SaidForAll } from "../modules/placement/allocate/sheets/unsaid.ts";
import { writtenFacts } from "../modules/placement/allocate/written.ts";
import type { Contract, RowOf } from "../spreadsheet/contract.ts";
import { cellReader } from "../spreadsheet/kinds/reader.ts";
import { isProblem, placed } from "../spreadsheet/refusal.ts";
import { writeTemplate } from "../spreadsheet/template.server.ts";
import { describeRefusal, keptText, refusalLine } from "../spreadsheet/text.ts";
import { readSheetInWorker } from "../spreadsheet/worker.server.ts";
import { writeWorkbook } from "../spreadsheet/write.server.ts";
import { allocateText } from "./allocate.text.ts";
import type { Command, Values } from "./command.ts";
import { Problem } from "./problem.ts";

const example = "laeringsarena allocate studenter.xlsx kapasitet.xlsx --out plan.xlsx";
/** Refusals shown of each file; the rest are counted. */
const mostShown = 50;

export const allocateCommand: Command = {
	usage:
		"STUDENTER KAPASITET --out PLAN.xlsx [--rules REGLER.json] [--postcodes FIL.csv] [--profession UTDANNING] [--year STUDIEÅR] [--from DAG] [--to DAG] [--json RESULTAT.json] [--seed FRØ] [--language nb] | --template",
	summary:
		"Fordel studenter på praksisplasser fra to regneark, uten database: plan, hvorfor, mål og bevis. --template lager tomme regneark å fylle ut.",
	options: {
		out: { type: "string" },
		rules: { type: "string" },
		postcodes: { type: "string" },
		profession: { type: "string" },
		year: { type: "string" },
		from: { type: "string" },
		to: { type: "string" },
		json: { type: "string" },
		seed: { type: "string" },
		language: { type: "string" },
		template: { type: "boolean" },
	},
	async run({ values, positionals: [studentFile, capacityFile] }) {
		const language = languageOf(values);
		const text = allocateText[language];
		if (values.template === true) return writeTemplates(language);
		const out = values.out;
		if (studentFile === undefined || capacityFile === undefined || typeof out !== "string")
			throw new Problem(text.which, example, 2);
		if (!out.endsWith(".xlsx")) throw new Problem(text.outName(out), example, 2);
		const postcodes = typeof values.postcodes === "string" ? await postcodesIn(values.postcodes, language) : null;
		const places = placesOf(readGazetteer(), postcodes);
		const rules = typeof values.rules === "string" ? await rulesIn(values.rules, places, language) : usualRules;
		const seed = typeof values.seed === "string" && values.seed !== "" ? values.seed : basename(studentFile);
		const said = saidForAll(values, language);
		const { snapshot, names, notes } = await readBoth(studentFile, capacityFile, places, rules, seed, said, language);
		for (const note of notes) process.stdout.write(`• ${note}\n`);
		process.stdout.write(`${text.read(counted(snapshot, language))}\n`);

		const begun = performance.now();
		const tell = progressTold(language);
		const run = await runInThread(snapshot, { progress: (share, { phase }) => tell(share, text.phases[phase]) }).catch(
			(error: unknown) => {
				if (error instanceof AllocationRefused) throw new Problem(text.noPlan(error.message), text.noPlanRemedy);
				throw error;
			},
		);
		const seconds = (performance.now() - begun) / 1000;
		tell(1, text.explaining);
		const explanation = explanationOf(snapshot, run.result, run.certificate);
		const given = { snapshot, names, places, result: run.result, explanation, language };
		const workbook = await writeWorkbook({ sheets: await planSheets(given), language });
		tell(1, "");
		await written(out, workbook, language);
		if (typeof values.json === "string") await writeProof(values.json, snapshot, run.certificate, language);
		for (const finding of run.result.findings) process.stdout.write(`• ${findingLine(given, finding)}\n`);
		const { measures, comparisons, holds, flaws } = run.result;
		const number = (value: number) => formatNumber(language, value);
		const lottery = comparisons.find(({ name }) => name === "lottery")?.measures.placed ?? 0;
		process.stdout.write(
			[
				text.placed(number(measures.placed), number(measures.claims), number(measures.claims - lottery)),
				text.proof[flaws.length > 0 ? "wrong" : holds],
				text.took(number(Math.round(seconds * 100) / 100), out),
				"",
			].join("\n"),
		);
		return flaws.length > 0 ? 1 : 0;
	},
};

function languageOf(values: Values): Language {
	const asked = values.language ?? "nb";
	if (isLanguage(asked)) return asked;
	throw new Problem(`Språket ${String(asked)} finnes ikke.`, "Velg nb, nn eller en.", 2);
}

async function readBoth(
	studentFile: string,
	capacityFile: string,
	places: Places,
	rules: RoundRules,
	seed: string,
	said: SaidForAll,
	language: Language,
): Promise<{ readonly snapshot: Snapshot; readonly names: Names; readonly notes: readonly string[] }> {
	const text = allocateText[language];
	const students = await sheetIn(studentFile, studentsToAllocate, language);
	const capacity = await sheetIn(capacityFile, capacityToAllocate, language);
	const refused = [...(students.lines ?? []), ...(capacity.lines ?? [])];
	if (students.sheet === null || capacity.sheet === null) throw new Problem([...refused, "", text.nothing].join("\n"));
	const made = snapshotOf(students.sheet, capacity.sheet, places, rules, seed, said);
	if ("snapshot" in made) {
		if (made.snapshot.claims.length === 0) throw new Problem(text.noStudents(studentFile), text.nothing);
		if (made.snapshot.offers.length === 0) throw new Problem(text.noOffers(capacityFile), text.nothing);
		const totals = [
			{ file: studentFile, rows: students.sheet.totalRows },
			{ file: capacityFile, rows: capacity.sheet.totalRows },
		].flatMap(({ file, rows }) => (rows.length === 0 ? [] : [text.totals(file, rows)]));
		return { ...made, notes: [...totals, ...made.assumed.map((one) => assumedLine(one, language))] };
	}
	const lines = (["students", "capacity"] as const).flatMap((file) => {
		const [sheet, contract, name] =
			file === "students"
				? ([students.sheet, studentsToAllocate, studentFile] as const)
				: ([capacity.sheet, capacityToAllocate, capacityFile] as const);
		const mine = made.refusals.filter((refusal) => refusal.file === file);
		if (mine.length === 0 || sheet === null) return [];
		const shown = mine
			.slice(0, mostShown)
			.map((refusal) => `  ${rowRefusalLine(refusal, sheet, contract.columns, language)}`);
		return [`${name}:`, ...shown, ...(mine.length > mostShown ? [`  ${text.more(mine.length - mostShown)}`] : [])];
	});
	throw new Problem([...lines, "", text.nothing].join("\n"));
}

/** What the command line says for every row that leaves it blank, read as a cell of its column would be. */
function saidForAll(values: Values, language: Language): SaidForAll {
	const cell = (flag: "profession" | "year" | "from" | "to", key: keyof SaidForAll) => {
		const given = values[flag];
		const column = studentsToAllocate.columns.find((one) => one.key === key);
		if (typeof given !== "string" || column === undefined) return null;
		const read = cellReader(column)(given);
		if (!isProblem(read)) return read;
		const { problem, remedy } = describeRefusal(placed(read, { value: given, header: `--${flag}` }), language);
		throw new Problem(`--${flag}: ${problem}`, remedy, 2);
	};
	const text = (value: unknown) => (typeof value === "string" ? value : null);
	const year = cell("year", "year");
	return {
		profession: professions.find((one) => one === cell("profession", "profession")) ?? null,
		year: typeof year === "number" ? year : null,
		...{ firstDay: text(cell("from", "firstDay")), lastDay: text(cell("to", "lastDay")) },
	};
}

function assumedLine(assumed: Assumed, language: Language): string {
	const text = allocateText[language].assumed;
	if (assumed.key === "profession") return text.profession(organisationText[language].professions[assumed.value]);
	if (assumed.key === "year") return text.year(String(assumed.value));
	return text[assumed.key](formatDate(language, assumed.firstDay), formatDate(language, assumed.lastDay));
}

async function sheetIn<One extends Contract>(
	file: string,
	contract: One,
	language: Language,
): Promise<{ readonly sheet: Sheet<RowOf<One>> | null; readonly lines?: readonly string[] }> {
	const bytes = await contentOf(file, language);
	const read = await readSheetInWorker(bytes, basename(file), contract);
	if (!("refusals" in read)) return { sheet: read };
	const lines = read.refusals.slice(0, mostShown).map((refusal) => `  ${refusalLine(refusal, language)}`);
	const kept = keptText(read.refusals.slice(0, mostShown), read.refusalCount, language);
	return { sheet: null, lines: [`${file}:`, ...lines, ...(kept === "" ? [] : [`  ${kept}`])] };
}

async function contentOf(file: string, language: Language): Promise<Uint8Array> {
	return new Uint8Array(
		await readFile(file).catch(() => {
			throw new Problem(allocateText[language].unreadable(file), allocateText[language].unreadableRemedy);
		}),
	);
}

async function postcodesIn(file: string, language: Language): Promise<ReadonlyMap<string, Postcode>> {
	const known = new Map(readGazetteer().municipalities.map(({ number, centre }) => [number, centre.at] as const));
	const read = readPostcodes(await contentOf(file, language), basename(file), known);
	if ("facts" in read)
		return new Map(read.facts.map(({ postcode, municipality, at }) => [postcode, { municipality, at }] as const));
	const lines = read.refusals.slice(0, mostShown).map((refusal) => {
		const { place, problem, remedy } = describePublicRefusal(refusal, language);
		return `  ${place}: ${problem} ${remedy}`;
	});
	throw new Problem([`${file}:`, ...lines, "", allocateText[language].nothing].join("\n"));
}

/** Rules as the round's form has them, any of them; municipalities and hosts by name or number. */
async function rulesIn(file: string, places: Places, language: Language): Promise<RoundRules> {
	const text = allocateText[language];
	let raw: unknown;
	try {
		raw = JSON.parse(new TextDecoder().decode(await contentOf(file, language)));
	} catch (error) {
		if (error instanceof Problem) throw error;
		throw new Problem(text.notJson(file, error instanceof Error ? error.message : ""));
	}
	const read = roundRules.partial().safeParse(raw);
	if (!read.success) throw new Problem(text.rulesWrong(file, z.prettifyError(read.error)), text.rulesRemedy);
	const numberOf = (name: string) => {
		const found = places.municipality(name);
		if (found === null) throw new Problem(text.rulesMunicipality(file, name, places.near(name)));
		return found.number;
	};
	const stated = Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined));
	const rules = roundRules.parse({ ...usualRules, ...stated });
	return {
		...rules,
		floors: rules.floors.map((floor) => ({ ...floor, municipality: numberOf(floor.municipality) })),
		quotas: rules.quotas.map(({ institutionId, hostId, most }) => ({
			institutionId: institutionId.toLowerCase(),
			hostId: places.municipality(hostId)?.number ?? hostId.toLowerCase(),
			most,
		})),
	};
}

/** Facts and result in the engine's own forms, as two files: `npm run verify -- RESULTAT.problem.json RESULTAT.json`. */
async function writeProof(
	file: string,
	snapshot: Snapshot,
	certificate: Parameters<typeof writtenFacts>[1] & { readonly result: unknown },
	language: Language,
): Promise<void> {
	if (certificate.result === null) {
		process.stdout.write(`${allocateText[language].noCertificate}\n`);
		return;
	}
	const problem = file.replace(/(?:\.json)?$/, ".problem.json");
	await written(problem, JSON.stringify(writtenFacts(snapshot, certificate)), language);
	await written(file, JSON.stringify(certificate.result), language);
	process.stdout.write(`${allocateText[language].verify(problem, file)}\n`);
}

async function written(file: string, content: string | Uint8Array, language: Language): Promise<void> {
	await writeFile(file, content).catch(() => {
		throw new Problem(allocateText[language].unwritable(file), allocateText[language].unwritableRemedy);
	});
}

async function writeTemplates(language: Language): Promise<number> {
	const text = allocateText[language];
	const files = [
		{ name: `${text.studentsFile}.xlsx`, contract: studentsToAllocate },
		{ name: `${text.capacityFile}.xlsx`, contract: capacityToAllocate },
	] as const;
	const there = files.filter(({ name }) => existsSync(name));
	if (there.length > 0)
		throw new Problem(text.alreadyThere(there.map(({ name }) => name).join(", ")), text.alreadyThereRemedy);
	for (const { name, contract } of files) await written(name, await writeTemplate(contract, language), language);
	process.stdout.write(`${text.templates(files.map(({ name }) => name).join(", "))}\n${example}\n`);
	return 0;
}

function counted({ claims, sites, offers }: Snapshot, language: Language) {
	const number = (value: number) => formatNumber(language, value);
	return {
		students: number(claims.length),
		sites: number(sites.length),
		places: number(offers.reduce((sum, { places }) => sum + places, 0)),
	};
}

/** One line that is written over on a terminal; a line for each new phase elsewhere. */
function progressTold(language: Language): (share: number, phase: string) => void {
	const terminal = process.stderr.isTTY === true;
	let last = "";
	return (share, phase) => {
		if (terminal)
			process.stderr.write(
				phase === "" ? "\r\u001b[K" : `\r\u001b[K${formatNumber(language, Math.round(share * 100))} % ${phase}`,
			);
		else if (phase !== "" && phase !== last) process.stderr.write(`${phase}\n`);
		last = phase;
	};
}
