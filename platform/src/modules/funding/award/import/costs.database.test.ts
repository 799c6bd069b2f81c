import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../../test/database.ts";
import { doing } from "../../../../../test/doing.ts";
import { importingInto } from "../../../../../test/importing.ts";
import { makeActor, makeOrganisation } from "../../../../../test/make.ts";
import * as funding from "../../service.server.ts";
import { listEntries, readBalances } from "../ledger.store.server.ts";
import { standingOf } from "../ledger.ts";

const database = await openTestDatabase();
const importing = importingInto(database);
const { does, codes } = doing(database);
const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join("\n"));

it("brings costs from the accounts into the ledger once, however often the file is brought", async () => {
	database.setNow("2027-05-01T10:00:00Z");
	const giver = await makeOrganisation(database, { kind: "state-administrator" });
	const officer = await makeActor(database, { organisation: giver, roles: ["case-officer"] });
	const coordinator = await makeActor(database, { roles: ["grants-coordinator"] });
	const nurse = await makeActor(database, { roles: ["employee"] });
	const line = { category: "Kurs", budgetYear: 2027, applied: 60_000, own: 0, conditional: false, places: 0 };
	const { id } = await does(officer, (work) =>
		funding.makeAward(work, {
			...{ recipientId: coordinator.organisationId, call: null, applicationId: null, title: "Tilsagn 2027" },
			...{ reference: "2027/114", decidedOn: "2027-02-20", conditions: "", carryOver: "", carries: "asked" },
			...{ droppedShare: 50, spendBy: "2028-06-30", reportBy: "2028-10-01", interimOn: null },
			lines: [{ ...line, title: "ABC-opplæring", granted: 60_000 }],
		}),
	);
	const header = "Bilagsnummer;Dato;Av tilskuddet;Av egne midler;Hva gjelder det?";
	const first = "40012;15.03.2027;12 500,50;;Kursleder";
	// Nothing can be entered before the award is accepted, nor by others.
	expect(await importing.problemsOf(coordinator, "grant-costs", [header, first])).toEqual([
		expect.stringContaining("Dere har ingen tilsagn å føre på."),
	]);
	await does(coordinator, (work) => funding.acceptAward(work, id, 1));
	await expect(importing.upload(nurse, "grant-costs", bytes([header, first]), "bilag.csv")).rejects.toThrow();
	const bring = async (rows: readonly string[]) => {
		const { id: importId, preview } = await importing.preview(coordinator, "grant-costs", bytes(rows), "bilag.csv");
		expect((await importing.doIt(coordinator, importId)).done).toBeDefined();
		return preview;
	};
	const lines = [header, first, "40013;16.03.2027;;3000;Lokale"];
	const shown = await bring(lines);
	expect(shown.counts).toMatchObject({ created: 2, unchanged: 0 });
	expect(shown.warnings.map(({ problem }) => problem.nb)).toEqual(["Beløpet er rundet av til hele kroner."]);
	const key = { organisationId: coordinator.organisationId, id };
	const stands = async () => standingOf(await database.reading(coordinator, (work) => readBalances(work, key)));
	expect(await stands()).toMatchObject({ spent: 12_501, ownSpent: 3000, left: 47_499 });
	// The same file and one more voucher, more than is left: all of it is refused; corrected, only the new one is entered.
	const more = (amount: string) => [...lines, `40014;20.03.2027;${amount};;Vikar`];
	expect(await importing.problemsOf(coordinator, "grant-costs", more("50000"))).toEqual([
		expect.stringMatching(/Det er bare 47\s499 kr igjen/),
	]);
	expect((await bring(more("7499"))).counts).toMatchObject({ created: 1, unchanged: 2, untouched: 0 });
	expect(await stands()).toMatchObject({ spent: 20_000, left: 40_000 });
	// A voucher entered otherwise is refused until the entry that was wrong is reversed.
	const wrong = [header, "40014;20.03.2027;7000;;Vikar"];
	expect(await importing.problemsOf(coordinator, "grant-costs", wrong)).toEqual([
		expect.stringContaining("Bilaget er alt ført"),
	]);
	const entries = await database.reading(coordinator, (work) => listEntries(work, key));
	const entryId = entries.find(({ reference }) => reference === "40014")?.id ?? "";
	expect(await codes(officer, (work) => funding.reverseEntry(work, id, { entryId, because: "Feil" }))).toBeDefined();
	await does(coordinator, (work) => funding.reverseEntry(work, id, { entryId, because: "Feil beløp" }));
	await bring(wrong);
	expect(await stands()).toMatchObject({ spent: 19_501, left: 40_499 });
});
