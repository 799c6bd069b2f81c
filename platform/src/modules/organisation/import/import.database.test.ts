import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { importingInto } from "../../../../test/importing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { testContext } from "../../../../test/worker.ts";
import { newId } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { sweepImports } from "../../../import/jobs.server.ts";
import { readImport, uploadImport } from "../../../import/service.server.ts";
import { done } from "../../../outcome.ts";
import { unit, unitFiles } from "./test/importing.ts";
import { exportUnits } from "./units/export.server.ts";

const database = await openTestDatabase();
const { upload, preview, doIt, bring } = importingInto(database);
const unitFile = await unitFiles(database);

describe("an import", () => {
	it("does not do anything else than what was shown", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		await bring(actor, "units", await unitFile([unit({ name: "Helse", code: "1", address: "A" })]));
		const { id } = await preview(actor, "units", await unitFile([unit({ name: "Helse", code: "1", address: "B" })]));
		await bring(actor, "units", await unitFile([unit({ name: "Helse", code: "1", address: "C" })]));
		expect((await doIt(actor, id)).refused?.[0]?.code).toBe("changed-since-preview");
		const [row] = await database.reading(actor, (work) => exportUnits(work, organisation.id));
		expect(row?.address).toBe("C");
	});

	it("is nobody else's: not another organisation's, not a colleague's without the right", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		const { id } = await preview(actor, "units", await unitFile([unit({ name: "A" })]));
		const stranger = await makeActor(database);
		const colleague = await makeActor(database, { organisation, roles: ["adviser"] });
		for (const other of [stranger, colleague]) {
			expect(await database.reading(other, (work) => readImport(work, id))).toBeUndefined();
			expect((await doIt(other, id)).refused?.[0]?.code).toBe("missing");
		}
		const outcome = await database.commanding(colleague, (work) =>
			uploadImport(work, { kind: "units", fileName: "a.csv", content: new Uint8Array([1]) }),
		);
		expect(outcome.refused?.[0]?.code).toBe("not-allowed");
		const seen = await database.reading(stranger, (work) =>
			work.db.selectFrom("import.file").select("id").where("id", "=", id).execute(),
		);
		expect(seen).toEqual([]);
	});

	it("is swept away after a day", async () => {
		const actor = await makeActor(database);
		const old = await upload(actor, "units", await unitFile([unit({ name: "A" })]));
		const fresh = await upload(actor, "units", await unitFile([unit({ name: "A" })]));
		await database.commanding(system("test", actor.organisationId), async (work) => {
			await work.db
				.updateTable("import.file")
				.set({ created_at: new Date(work.now.getTime() - 25 * 3_600_000) })
				.where("id", "=", old)
				.execute();
			return done(undefined);
		});
		await sweepImports.run(testContext(database), null);
		const left = await database.reading(system("test"), (work) =>
			work.db.selectFrom("import.file").select("id").where("id", "in", [old, fresh]).execute(),
		);
		expect(left).toEqual([{ id: fresh }]);
	});
});

it("knows no import that nobody uploaded", async () => {
	const actor = await makeActor(database);
	expect((await doIt(actor, newId())).refused?.[0]?.code).toBe("missing");
	expect((await doIt(actor, "ikke-en-id")).refused?.[0]?.code).toBe("missing");
});
