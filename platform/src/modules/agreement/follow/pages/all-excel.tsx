import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayKeepAgreements } from "../../rules.ts";
import { agreementText } from "../../text.ts";
import { nameOfTheme } from "../../words.ts";
import { followAll } from "../service.server.ts";
import { statisticsOf } from "../statistic.ts";
import { followText } from "../text.ts";
import type { Route } from "./+types/all-excel";
import { followTable, narrowFollowed } from "./table.ts";
import { spanInWords } from "./words.ts";

const columns = [
	{ key: "what", kind: "text", required: true, ...header((language) => followText[language].columns.what) },
	{ key: "agreement", kind: "text", ...header((language) => followText[language].columns.agreement) },
	{ key: "theme", kind: "text", ...header((language) => followText[language].columns.theme) },
	{ key: "by", kind: "text", ...header((language) => followText[language].columns.by) },
	{ key: "measure", kind: "text", ...header((language) => followText[language].columns.measure) },
	{ key: "span", kind: "text", ...header((language) => followText[language].columns.span) },
	{ key: "from", kind: "date", ...header((language) => followText[language].columns.from) },
	{ key: "to", kind: "date", ...header((language) => followText[language].columns.to) },
	{ key: "promised", kind: "wholeNumber", ...header((language) => followText[language].columns.promised) },
	{ key: "delivered", kind: "wholeNumber", ...header((language) => followText[language].columns.delivered) },
	{ key: "written", kind: "wholeNumber", ...header((language) => followText[language].columns.written) },
	{ key: "share", kind: "decimal", ...header((language) => followText[language].columns.share) },
	{ key: "state", kind: "text", ...header((language) => followText[language].columns.state) },
] as const;

/** The list as Excel, narrowed as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = followText[language];
	const words = agreementText[language];
	const state = tableState(url, followTable);
	return listAsExcel(visit, {
		...{ verb: "agreement.export-follow", columns, name: text.title, file: text.file },
		note: (day) => `${text.source(actor.organisationName ?? "", day)} ${text.baseRule.share}`,
		async read(work) {
			if (!mayKeepAgreements(await mandateOf(work))) return undefined;
			return narrowFollowed(await followAll(work), state).flatMap((row) => {
				const [span] = row.spans;
				if (!span) return [];
				return [
					{
						...{ what: row.what, agreement: row.agreementTitle, by: row.deliveredByName },
						...{ theme: nameOfTheme(language, row.theme, row.themeName), measure: words.measures[row.measure] },
						...{ span: spanInWords(language, span), from: span.from, to: span.to, promised: span.promised },
						...{ delivered: span.delivered, written: span.delivered === null ? null : span.written },
						share: statisticsOf(language, row, span, work.today).kept?.value ?? null,
						state: text.followings[span.following],
					},
				];
			});
		},
	});
}
