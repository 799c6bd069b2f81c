import type { Actor } from "../src/identity/actor.ts";
import type { ImportPreview } from "../src/import/contract.ts";
import { doingAs, previewImport, readStored, takeIn, uploadImport } from "../src/import/service.server.ts";
import "../src/registrations.server.ts";
import type { TestDatabase } from "./database.ts";

/** Uploads, looks and takes in, as the pages do. */
export function importingInto(database: TestDatabase) {
	async function upload(actor: Actor, kind: string, content: Uint8Array, fileName = "fil.xlsx"): Promise<string> {
		const outcome = await database.commanding(actor, (work) => uploadImport(work, { kind, fileName, content }));
		return outcome.done?.id ?? Promise.reject(new Error(JSON.stringify(outcome.refused)));
	}

	async function preview(
		actor: Actor,
		kind: string,
		content: Uint8Array,
		fileName?: string,
	): Promise<{ id: string; preview: ImportPreview }> {
		const id = await upload(actor, kind, content, fileName);
		const outcome = await previewImport(doingAs(database, actor), id);
		if (!outcome.done) throw new Error(JSON.stringify(outcome.refused));
		return { id, preview: outcome.done };
	}

	async function doIt(actor: Actor, id: string) {
		const file = await readStored(doingAs(database, actor), id);
		if (!file.done) return file;
		return database.commanding(actor, (work) => takeIn(work, id, file.done.read));
	}

	async function bring(actor: Actor, kind: string, content: Uint8Array): Promise<ImportPreview> {
		const { id, preview: shown } = await preview(actor, kind, content);
		const outcome = await doIt(actor, id);
		if (!outcome.done) throw new Error(JSON.stringify(outcome.refused ?? shown.refusals));
		return shown;
	}

	/** All that is wrong with a file, written as lines of semicolons. */
	async function problemsOf(actor: Actor, kind: string, lines: readonly string[]): Promise<readonly string[]> {
		const content = new TextEncoder().encode(lines.join("\n"));
		return problems((await preview(actor, kind, content, "fil.csv")).preview);
	}

	return { upload, preview, doIt, bring, problemsOf };
}

/** What is wrong, and where, in bokmål. */
export function problems(shown: ImportPreview): readonly string[] {
	return shown.refusals.map(({ place, problem }) => `${place.nb}: ${problem.nb}`);
}
