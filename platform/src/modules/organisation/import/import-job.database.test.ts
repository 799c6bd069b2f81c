import { expect, it } from "vitest";
import "../../../registrations.server.ts";
import { openTestDatabase } from "../../../../test/database.ts";
import { longestWait } from "../../../../test/longest-wait.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { eventually, workOn } from "../../../../test/worker.ts";
import { system } from "../../../identity/actor.ts";
import { previewImportJob, takeInJob } from "../../../import/jobs.server.ts";
import { readImport, uploadImport } from "../../../import/service.server.ts";
import { isOver } from "../../../job/rules.ts";
import { enqueueJob } from "../../../job/service.server.ts";
import { findJobRow } from "../../../job/store.server.ts";
import { done } from "../../../outcome.ts";
import { writeWorkbook } from "../../../spreadsheet/write.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { readVocabulary } from "../service.server.ts";
import { type UnitSheetRow, unitSheet } from "./units/sheet.ts";
import { listAllUnits } from "./units/store.server.ts";

const database = await openTestDatabase();

const text = (key: string, header: string) =>
	({ key, kind: "text", headers: { nb: header, nn: header, en: header } }) as const;

async function unitFile(count: number): Promise<Uint8Array> {
	const contract = unitSheet(await database.reading(system("test"), readVocabulary));
	const rows = Array.from({ length: count }, (_, index): UnitSheetRow => {
		const parent = index < 10 ? null : index < 200 ? `K${index % 10}` : `K${10 + (index % 190)}`;
		return {
			...{ code: `K${index}`, name: `Enhet ${index}`, parent, setting: "nursing-home", sector: null },
			...{ address: `Storgata ${index}`, postcode: "7713", place: "Steinkjer", municipalityNumber: null },
			...{ email: `enhet${index}@kommune.no`, phone: "72 00 00 00", published: true, validFrom: "2024-01-01" },
			...{ leaderName: `Leder ${index}`, leaderEmail: `leder${index}@kommune.no` },
		};
	});
	return writeWorkbook({ sheets: [sheetOf(contract, rows, { name: "Enheter" })], language: "nb" });
}

it("takes ten thousand units in by jobs: preview, then all of them", { timeout: 120_000 }, async (test) => {
	const organisation = await makeOrganisation(database);
	const actor = await makeActor(database, { organisation });
	const content = await unitFile(10_000);
	await workOn(database, { jobs: [previewImportJob, takeInJob] });
	const ended = (jobId: string) =>
		eventually(async () => {
			const job = await database.reading(system("test"), (work) => findJobRow(work, jobId));
			return job && isOver(job.state) ? job : null;
		});
	const previewed = await longestWait(async () => {
		const asked = await database.commanding(actor, async (work) => {
			const { done: uploaded } = await uploadImport(work, { kind: "units", fileName: "fil.xlsx", content });
			const id = uploaded?.id ?? "";
			return done({ id, jobId: await enqueueJob(work, previewImportJob, { importId: id }) });
		});
		await ended(asked.done?.jobId ?? "");
		return asked.done?.id ?? "";
	});
	const importId = previewed.value;
	const shown = await database.reading(actor, (work) => readImport(work, importId));
	expect(shown).toMatchObject({
		state: "previewed",
		preview: { refusalCount: 0, counts: { created: 10_000, besides: 10_000 } },
	});
	expect(shown?.preview?.created.length).toBeLessThan(1000);

	const taken = await longestWait(async () => {
		const asked = await database.commanding(actor, async (work) =>
			done(await enqueueJob(work, takeInJob, { importId })),
		);
		return ended(asked.done ?? "");
	});
	expect(taken.value).toMatchObject({ state: "done", result: { importId } });
	const units = await database.reading(actor, (work) => listAllUnits(work, organisation.id));
	expect(units).toHaveLength(10_000);
	expect(units.filter((unit) => unit.parentId === null)).toHaveLength(10);
	const about = (name: string, { took, wait }: { took: number; wait: number }) =>
		`${name} ${took} ms, longest wait ${wait} ms`;
	test.annotate(`${about("preview", previewed)}; ${about("import", taken)}`);
});

it("refuses a hostile file of 200,000 rows, and everybody else gets their turn", { timeout: 120_000 }, async (test) => {
	const actor = await makeActor(database);
	const rows = Array.from({ length: 200_000 }, (_, index) => [`K${index}`, `Enhet ${index}`, `K${index + 1}`]);
	const columns = [text("code", "Kode"), text("name", "Navn"), text("parent", "Ligger under")];
	const content = await writeWorkbook({
		sheets: [{ name: "Enheter", columns, rows, notes: [], spareRows: 0 }],
		language: "nb",
	});
	await workOn(database, { jobs: [previewImportJob] });
	const read = await longestWait(async () => {
		const asked = await database.commanding(actor, async (work) => {
			const { done: uploaded } = await uploadImport(work, { kind: "units", fileName: "fil.xlsx", content });
			const id = uploaded?.id ?? "";
			await enqueueJob(work, previewImportJob, { importId: id });
			return done(id);
		});
		return eventually(async () => {
			const found = await database.reading(actor, (work) => readImport(work, asked.done ?? ""));
			return found?.preview ?? null;
		});
	});
	expect(read.value.refusals.map((refusal) => refusal.problem.nb)).toEqual([
		"Arket har for mange rader. Grensen er 20\u00a0000.",
	]);
	test.annotate(`refused after ${read.took} ms, longest wait ${read.wait} ms`);
});
