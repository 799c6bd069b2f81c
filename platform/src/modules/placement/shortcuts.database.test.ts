import { expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../test/make.ts";
import { pagesText as capacityPages } from "./capacity/pages/capacity.text.ts";
import { publishPagesText } from "./publish/pages/publish.text.ts";
import { requestText } from "./request/text.ts";
import { wishesText } from "./roster/pages/wishes.text.ts";
import { findPlacementShortcuts } from "./shortcuts.server.ts";

const database = await openTestDatabase();

it("offers each what is theirs, by the name of the page it opens", async () => {
	const organisation = await makeOrganisation(database, { kind: "institution" });
	for (const language of ["nb", "nn", "en"] as const) {
		const waysOf = async (role: "student" | "placement-coordinator") => {
			const actor = { ...(await makeActor(database, { organisation, roles: [role] })), language };
			return database.reading(actor, (work) => findPlacementShortcuts(work, null));
		};
		expect(await waysOf("student")).toEqual([{ path: "/placement/own", label: wishesText[language].ownTitle }]);
		expect(await waysOf("placement-coordinator")).toEqual([
			{ path: "/placement/requests", label: requestText[language].title },
			{ path: "/placement/capacity", label: capacityPages[language].title },
			{ path: "/placement/placements", label: publishPagesText[language].title },
		]);
	}
});
