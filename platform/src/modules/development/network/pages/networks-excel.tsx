import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayEnter } from "../../rules.ts";
import { listNetworks } from "../../service.server.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/networks-excel";
import { memberText } from "./member.text.ts";
import { networkPageText } from "./network.text.ts";
import { networksText } from "./networks.text.ts";
import { narrowNetworks, networkTable } from "./table.ts";

const field = (name: keyof (typeof networkPageText)["nb"]["fields"]) =>
	header((language) => networkPageText[language].fields[name]);
const ofMember = (name: keyof (typeof memberText)["nb"]["fields"]) =>
	header((language) => memberText[language].fields[name]);

const columns = [
	{ key: "name", kind: "text", required: true, ...header((language) => networksText[language].columns.name) },
	{ key: "purpose", kind: "text", ...field("purpose") },
	{ key: "kind", kind: "text", ...field("kind") },
	{ key: "founded", kind: "date", ...field("foundedOn") },
	{ key: "ended", kind: "date", ...field("endedOn") },
	{ key: "lead", kind: "text", ...header((language) => networksText[language].columns.lead) },
	{ key: "member", kind: "text", ...header((language) => networksText[language].member) },
	{ key: "standing", kind: "text", ...ofMember("standing") },
	{ key: "joined", kind: "date", ...ofMember("joinedOn") },
	{ key: "left", kind: "date", ...ofMember("leftOn") },
	{ key: "hours", kind: "wholeNumber", ...ofMember("pledgedHours") },
	{ key: "share", kind: "wholeNumber", ...ofMember("pledgedShare") },
] as const;

/** The networks as Excel, a row for each member, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const [text, words] = [networksText[language], networkText[language]];
	const state = tableState(url, networkTable);
	return listAsExcel(visit, {
		...{ verb: "network.export", columns, name: words.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowNetworks(language, await listNetworks(work), state).flatMap((row) =>
				row.all.map((member) => ({
					...{ name: row.name, purpose: row.purpose, kind: words.kinds[row.kind], founded: row.foundedOn },
					...{ ended: row.endedOn, lead: row.lead?.name ?? null, member: member.name },
					...{ standing: words.standings[member.standing], joined: member.joinedOn, left: member.leftOn },
					...{ hours: member.pledgedHours, share: member.pledgedShare },
				})),
			);
		},
	});
}
