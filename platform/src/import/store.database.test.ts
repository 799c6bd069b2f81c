import { expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor, makeOrganisation } from "../../test/make.ts";
import "../registrations.server.ts";
import { uploadImport } from "./service.server.ts";
import { findContent } from "./store.server.ts";

const database = await openTestDatabase();

it.each([1, 999_999, 1_000_000, 1_000_001, 2_500_000])("keeps a file of %i bytes as it was sent", async (size) => {
	const organisation = await makeOrganisation(database);
	const actor = await makeActor(database, { organisation });
	const content = Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8)) % 256);
	const uploaded = await database.commanding(actor, (work) =>
		uploadImport(work, { kind: "units", fileName: "enheter.csv", content }),
	);
	const id = uploaded.done?.id ?? "";
	const kept = await database.reading(actor, (work) => findContent(work, organisation.id, id));
	expect(kept !== undefined && Buffer.compare(kept, content) === 0 && kept.length).toBe(size);
});
