import { record } from "../../../identity/audit.server.ts";
import { formatDate, type Language } from "../../../language.ts";
import { writeWorkbook } from "../../../spreadsheet/write.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { tableState } from "../../../ui/table-state.ts";
import { missing, representing } from "../../../visit.server.ts";
import type { Membership } from "../people/contract.ts";
import { peopleText } from "../people/text.ts";
import { listPeople } from "../service.server.ts";
import { roleName } from "../text.ts";
import type { Route } from "./+types/people-excel";
import { peoplePagesText } from "./people.text.ts";
import { peopleQuery, peopleTable } from "./people-table.ts";

type Words = Readonly<Record<Language, string>>;
type Field = keyof (typeof peoplePagesText)["nb"]["fields"];

function words(say: (language: Language) => string): Words {
	return { nb: say("nb"), nn: say("nn"), en: say("en") };
}

const field = (name: Field) => words((language) => peoplePagesText[language].fields[name]);
const column = (name: keyof (typeof peoplePagesText)["nb"]["columns"]) =>
	words((language) => peoplePagesText[language].columns[name]);

const columns = [
	{ key: "name", kind: "text", headers: field("name"), required: true },
	{ key: "email", kind: "email", headers: field("email") },
	{ key: "phone", kind: "text", headers: field("phone") },
	{ key: "role", kind: "text", headers: field("role"), required: true },
	{ key: "unit", kind: "text", headers: field("unitId") },
	{ key: "title", kind: "text", headers: field("title") },
	{ key: "share", kind: "wholeNumber", headers: field("share") },
	{ key: "position", kind: "text", headers: field("position"), required: true },
	{ key: "deputy", kind: "text", headers: field("deputyId") },
	{ key: "validFrom", kind: "date", headers: field("validFrom"), required: true },
	{ key: "validTo", kind: "date", headers: field("validTo") },
	{ key: "verified", kind: "date", headers: words((language) => peoplePagesText[language].lastVerified) },
	{ key: "warnings", kind: "text", headers: column("verified") },
] as const;

/** The list of people as Excel, narrowed as the page is. Taking it out is logged. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, commanding, url } = representing(context, request);
	const state = tableState(url, peopleTable);
	const outcome = await commanding(async (work) => {
		const { rows, total } = await listPeople(work, peopleQuery(state));
		const { organisationId } = actor;
		await record(work, {
			...{ verb: "membership.export", objectKind: "organisation", objectId: organisationId, organisationId },
			detail: { roles: total },
		});
		return { done: { rows, today: work.today } };
	});
	if (!outcome.done) missing();
	const { rows, today } = outcome.done;
	const text = peoplePagesText[language];
	const sheet = sheetOf(
		{ columns },
		rows.map((row) => ({ ...row, ...asCells(row, language) })),
		{ name: text.title, notes: [text.source(actor.organisationName ?? "", formatDate(language, today))] },
	);
	return new Response(new Uint8Array(await writeWorkbook({ sheets: [sheet], language })), {
		headers: {
			"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"Content-Disposition": `attachment; filename="laeringsarena-${text.file}-${today}.xlsx"`,
		},
	});
}

function asCells(row: Membership, language: Language) {
	return {
		role: roleName(language, row.role),
		position: peopleText[language].positions[row.position],
		unit: row.unitName,
		deputy: row.deputyName,
		verified: row.verifiedAt.toISOString().slice(0, 10),
		warnings: row.warnings.map((warning) => peopleText[language].warnings[warning]).join("; "),
	};
}
