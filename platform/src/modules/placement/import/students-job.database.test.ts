import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { longestWait } from "../../../../test/longest-wait.ts";
import { eventually, workOn } from "../../../../test/worker.ts";
import { system } from "../../../identity/actor.ts";
import { previewImportJob, takeInJob } from "../../../import/jobs.server.ts";
import { doingAs, readImport, readStored, takeIn, uploadImport } from "../../../import/service.server.ts";
import { JobEnded } from "../../../job/job.server.ts";
import { isOver } from "../../../job/rules.ts";
import { enqueueJob } from "../../../job/service.server.ts";
import { findJobRow } from "../../../job/store.server.ts";
import { done } from "../../../outcome.ts";
import type { RowOf } from "../../../spreadsheet/contract.ts";
import { writeWorkbook } from "../../../spreadsheet/write.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { listStudents } from "../roster/service.server.ts";
import { studentSheet } from "./students/sheet.ts";
import { makeSetting } from "./test/setting.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");

function students(count: number, yearOfStudy: number, course: string | null = "SYK201"): Promise<Uint8Array> {
	const rows = Array.from(
		{ length: count },
		(_, index): RowOf<typeof studentSheet> => ({
			...{ firstName: null, lastName: null },
			...{ name: `Student ${index}`, number: `${100_000 + index}`, email: `s${index}@student.no`, phone: null },
			...{ institution: null, programme: "Sykepleie", course, period: `Pulje ${1 + (index % 2)}` },
			...{ yearOfStudy, postcode: null, travel: "public", language: null },
			...{ wish1: null, wish2: null, wish3: null, wish4: null, wish5: null, wish6: null, wish7: null, wish8: null },
		}),
	);
	return writeWorkbook({ sheets: [sheetOf(studentSheet, rows, { name: "Studenter" })], language: "nb" });
}

it("takes ten thousand students in by jobs, and changes them all", {
	timeout: 180_000,
}, async (test) => {
	const { coordinator, bring } = await makeSetting(database);
	await bring("courses", [
		"Emnekode;Emne;Studieprogram;Fag;Studieår;Periode;Første dag;Siste dag",
		"SYK201;Praksis;Sykepleie;Sykepleie;2;Pulje 1;11.01.2027;07.03.2027",
		"SYK201;Praksis;Sykepleie;Sykepleie;2;Pulje 2;15.03.2027;09.05.2027",
	]);
	await workOn(database, { jobs: [previewImportJob, takeInJob] });
	const ended = (jobId: string) =>
		eventually(async () => {
			const job = await database.reading(system("test"), (work) => findJobRow(work, jobId));
			return job && isOver(job.state) ? job : null;
		});
	for (const [yearOfStudy, counts] of [
		[2, { created: 10_000, changed: 0, besides: 10_000 }],
		[3, { created: 0, changed: 10_000, besides: 0 }],
	] as const) {
		const content = await students(10_000, yearOfStudy);
		const previewed = await longestWait(async () => {
			const asked = await database.commanding(coordinator, async (work) => {
				const upload = await uploadImport(work, { kind: "students", fileName: "fil.xlsx", content });
				const id = upload.done?.id ?? "";
				return done({ id, jobId: await enqueueJob(work, previewImportJob, { importId: id }) });
			});
			await ended(asked.done?.jobId ?? "");
			return asked.done?.id ?? "";
		});
		const importId = previewed.value;
		const shown = await database.reading(coordinator, (work) => readImport(work, importId));
		expect(shown).toMatchObject({ state: "previewed", preview: { refusalCount: 0, counts } });
		const taken = await longestWait(async () => {
			const asked = await database.commanding(coordinator, async (work) =>
				done(await enqueueJob(work, takeInJob, { importId })),
			);
			return ended(asked.done ?? "");
		});
		expect(taken.value).toMatchObject({ state: "done", result: { importId } });
		const about = (name: string, { took, wait }: { took: number; wait: number }) =>
			`${name} ${took} ms, longest wait ${wait} ms`;
		test.annotate(`year ${yearOfStudy}: ${about("preview", previewed)}; ${about("import", taken)}`);
	}
	const { total, rows } = await database.reading(coordinator, (work) => listStudents(work, { pageSize: 1, year: 3 }));
	expect(total).toBe(10_000);
	expect(rows).toMatchObject([{ claims: 1, travel: "public" }]);
});

it("tells how far the writing has come, and writes nothing when it is cancelled on the way", async () => {
	const { coordinator, look } = await makeSetting(database);
	const { id } = await look("students", [], await students(600, 2, null));
	const file = await readStored(doingAs(database, coordinator), id);
	const read = file.done?.read;
	if (!read) throw new Error("the file was not read");
	const cancelled = database.commanding(coordinator, (work) =>
		takeIn(work, id, read, async (written) => {
			if (written > 300) throw new JobEnded("cancelled");
		}),
	);
	await expect(cancelled).rejects.toThrow(JobEnded);
	const count = async () => (await database.reading(coordinator, (work) => listStudents(work, {}))).total;
	expect(await count()).toBe(0);
	const told: [number, number][] = [];
	const taken = await database.commanding(coordinator, (work) =>
		takeIn(work, id, read, async (written, of) => void told.push([written, of])),
	);
	expect(taken.refused).toBeUndefined();
	expect(await count()).toBe(600);
	expect(told).toEqual([
		[250, 600],
		[500, 600],
		[600, 600],
	]);
});
