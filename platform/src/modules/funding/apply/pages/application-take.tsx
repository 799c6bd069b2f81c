import { pdfAnswer } from "../../../../paper/paper.server.ts";
import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { writeLetter } from "../../assess/letter.server.ts";
import { assessText } from "../../assess/text.ts";
import { openApplication, readDecision } from "../../service.server.ts";
import { writeApplicationPdf } from "../paper.server.ts";
import { totalOf } from "../rules.ts";
import { applyText } from "../text.ts";
import type { Route } from "./+types/application-take";
import { linesText } from "./lines.text.ts";

const columns = [
	{ key: "measure", kind: "text", required: true, ...header((language) => applyText[language].measure) },
	{ key: "party", kind: "text", ...header((language) => applyText[language].party) },
	{ key: "category", kind: "text", ...header((language) => applyText[language].category) },
	{ key: "people", kind: "wholeNumber", ...header((language) => applyText[language].people) },
	{ key: "year", kind: "wholeNumber", ...header((language) => applyText[language].year) },
	{ key: "applied", kind: "wholeNumber", ...header((language) => applyText[language].applied) },
	{ key: "own", kind: "wholeNumber", ...header((language) => applyText[language].own) },
	{ key: "novelty", kind: "text", ...header((language) => linesText[language].rowFields.novelty) },
	{ key: "argued", kind: "text", ...header((language) => linesText[language].rowFields.argued) },
	{ key: "source", kind: "text", ...header((language) => applyText[language].source) },
] as const;

/** The application as it stands or as it was sent (PDF), or its measures, a row for each budget year (Excel). */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { reading, language, actor } = visit;
	const { applicationId, file } = params;
	const text = applyText[language];
	if (file === "lines.xlsx")
		return listAsExcel(visit, {
			...{ verb: "funding-application.export", columns, name: text.linesTitle.slice(0, 31), file: text.file },
			note: (day) => text.source0(actor.organisationName ?? "", day),
			async read(work) {
				const opened = (await openApplication(work, applicationId)).done;
				if (!opened) return undefined;
				const names = new Map([...opened.content.categories, ...opened.parties].map(({ id, name }) => [id, name]));
				return opened.lines.flatMap((line) => {
					const amounts = totalOf(line).applied + totalOf(line).own > 0 ? line.amounts : [undefined];
					return amounts.map((amount) => ({
						...{ measure: line.title, party: names.get(line.partyId) ?? null, people: line.people },
						...{ category: names.get(line.category) ?? null, argued: line.argued, source: line.source },
						...{ year: amount?.year ?? null, applied: amount?.applied ?? null, own: amount?.own ?? null },
						novelty: line.novelty && text.claims[line.novelty],
					}));
				});
			},
		});
	if (file === "letter.pdf") {
		const { opened, found } = await reading(async (work) => ({
			opened: (await openApplication(work, applicationId)).done ?? missing(),
			found: (await readDecision(work, applicationId)) ?? missing(),
		}));
		const { application, content, call, sendings } = opened;
		const pdf = await writeLetter(language, {
			...{ decision: found.decision, giver: call.organisationName, title: content.title },
			...{ reference: application.reference, conditions: content.conditions },
			to: (sendings[0]?.content.parties ?? []).map(({ name }) => name),
		});
		return pdfAnswer(`${assessText[language].letterTitle} ${application.reference}`, pdf);
	}
	const number = /^([0-9]{1,4})\.pdf$/.exec(file ?? "")?.[1];
	if (file !== "application.pdf" && number === undefined) missing();
	const { title, pdf } = await reading(async (work) => {
		const opened = (await openApplication(work, applicationId)).done ?? missing();
		return (
			(await writeApplicationPdf(work, language, opened, number === undefined ? null : Number(number))) ?? missing()
		);
	});
	return pdfAnswer(title, pdf);
}
