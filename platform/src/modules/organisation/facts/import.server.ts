import type { Database } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { startThread } from "../../../job/thread.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import type { FactsRefusal, TakenFacts, UnreadFacts } from "./contract.ts";
import type { PublicFacts } from "./read.server.ts";
import { knownMunicipalities, takePublicFacts } from "./service.server.ts";

export type ImportedFile = { readonly fileName: string } & (
	| { readonly taken: TakenFacts; readonly setAside: number }
	| { readonly unread: UnreadFacts }
);

/** Public files are small; a thread that needs more than this is reading something else. */
const memory = { maxOldGenerationSizeMb: 512 };

/**
 * Reads public files in a thread and takes in their facts, file by file, each all or nothing. Municipal changes come
 * last, because they build on the municipalities. Whether the asker may is judged before (`mayTakeFacts`).
 */
export async function importPublicFiles(
	database: Database,
	files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[],
): Promise<Outcome<readonly ImportedFile[], FactsRefusal>> {
	const known = knownMunicipalities();
	const results: ImportedFile[] = [];
	for (const { fileName, bytes } of files) {
		const read = await readInThread(bytes, fileName, known);
		if (read === null) return refused("file-unknown", { field: "files", detail: { file: fileName } });
		if ("refusals" in read) {
			results.push({ fileName, unread: read });
			continue;
		}
		const outcome = await database.commanding(system("public facts"), (work) => takePublicFacts(work, read));
		if (outcome.refused) return outcome;
		results.push({ fileName, taken: outcome.done, setAside: read.setAside.length });
	}
	return done(results);
}

function readInThread(
	bytes: Uint8Array,
	fileName: string,
	known: ReturnType<typeof knownMunicipalities>,
): Promise<PublicFacts | UnreadFacts | null> {
	return new Promise((resolve, reject) => {
		const thread = startThread("public-facts", { bytes, fileName, known: new Map(known) }, memory);
		// What the thread sends is what readPublicFile gave, by its own types; it is copied, not written by anyone else.
		thread.once("message", (read: PublicFacts | UnreadFacts | null) => resolve(read));
		thread.once("error", reject);
		thread.once("exit", (code) => code !== 0 && reject(new Error(`the reading thread ended with ${code}`)));
	});
}
