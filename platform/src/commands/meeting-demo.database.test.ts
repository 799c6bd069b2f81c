import { expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { system } from "../identity/actor.ts";
import { demoKeeperId, seedMeetingDemo } from "../modules/meeting/demo.server.ts";
import { seedEnquiryDemo } from "../modules/meeting/enquiry/demo.server.ts";
import { listEnquiries } from "../modules/meeting/enquiry/service.server.ts";
import { seedHearingDemo } from "../modules/meeting/hearing/demo.server.ts";
import { listHearings } from "../modules/meeting/hearing/service.server.ts";
import { listArenas, listDecisions } from "../modules/meeting/service.server.ts";
import { seedDemo } from "../modules/organisation/demo.server.ts";
import { seedReference } from "../modules/organisation/reference.server.ts";

const database = await openTestDatabase();

it("fills the demo region with an arena that has met, once", async () => {
	await database.commanding(system("reference"), seedReference);
	await database.commanding(system("demo"), seedDemo);
	const actor = system("demo", demoKeeperId());
	expect(await database.commanding(actor, seedMeetingDemo)).toEqual({ done: { arenas: 1 } });
	expect(await database.commanding(actor, seedMeetingDemo)).toEqual({ done: { arenas: 0 } });
	const { rows } = await database.reading(actor, (work) => listArenas(work, {}));
	expect(rows).toMatchObject([{ open: 2, late: 1 }]);
	const decisions = await database.reading(actor, (work) => listDecisions(work, {}));
	expect(decisions.rows.map(({ standing }) => standing)).toEqual(["late", "open", "done"]);
	const enquire = () => database.commanding(actor, (work) => seedEnquiryDemo(work, demoKeeperId()));
	expect(await enquire()).toEqual({ done: { enquiries: 4 } });
	expect(await enquire()).toEqual({ done: { enquiries: 0 } });
	const asked = await database.reading(actor, (work) => listEnquiries(work, {}));
	expect(asked.rows.map(({ standing }) => standing)).toEqual(["late", "sent", "answered", "refused"]);
});

it("holds two hearings in the demo region, one open and one answered, once", async () => {
	const actor = system("demo", demoKeeperId());
	expect(await database.commanding(actor, seedHearingDemo)).toEqual({ done: { hearings: 2 } });
	expect(await database.commanding(actor, seedHearingDemo)).toEqual({ done: { hearings: 0 } });
	const { rows } = await database.reading(actor, (work) => listHearings(work, {}));
	expect(rows).toMatchObject([
		{ standing: "open", invited: 4, silent: 3, unanswered: 1 },
		{ standing: "answered", silent: 0, unanswered: 0 },
	]);
});
