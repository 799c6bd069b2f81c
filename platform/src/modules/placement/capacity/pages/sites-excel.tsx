import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf, readVocabulary } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { listSites } from "../service.server.ts";
import type { Route } from "./+types/sites-excel";
import { pagesText } from "./capacity.text.ts";
import { siteText } from "./site.text.ts";
import { siteQuery, siteTable } from "./tables.ts";

const columns = [
	{ key: "name", kind: "text", ...header((language) => pagesText[language].columns.site) },
	{ key: "hostName", kind: "text", ...header((language) => pagesText[language].columns.host) },
	{ key: "setting", kind: "text", ...header((language) => pagesText[language].columns.setting) },
	{ key: "postcode", kind: "postcode", ...header((language) => siteText[language].fields.postcode) },
	{
		key: "municipalityNumber",
		kind: "municipality",
		...header((language) => siteText[language].fields.municipalityNumber),
	},
	{ key: "contactName", kind: "text", ...header((language) => siteText[language].fields.contactName) },
	{ key: "contactEmail", kind: "email", ...header((language) => siteText[language].fields.contactEmail) },
	{ key: "housingNote", kind: "text", ...header((language) => siteText[language].fields.housingNote) },
] as const;

/** The sites the organisation keeps, as Excel. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = pagesText[language];
	const query = siteQuery(tableState(url, siteTable));
	return listAsExcel(visit, {
		...{ verb: "site.export", columns, name: text.tabs.sites, file: text.fileName },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayCoordinate(await mandateOf(work))) return undefined;
			const { settings } = await readVocabulary(work);
			return (await listSites(work, query)).rows.map((site) => ({
				...{ name: site.name, hostName: site.hostName, postcode: site.postcode, housingNote: site.housingNote },
				...{
					municipalityNumber: site.municipalityNumber,
					contactName: site.contactName,
					contactEmail: site.contactEmail,
				},
				setting: settings.find(({ code }) => code === site.setting)?.name[language] ?? site.setting,
			}));
		},
	});
}
