import { formatDate, formatNumber } from "../../../../language.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { professionName } from "../../../organisation/text.ts";
import { capacityText } from "../../capacity/text.ts";
import type { Request } from "../contract.ts";
import { requestText } from "../text.ts";

/** What is ordered, for those who ordered and those who answer. */
export function RequestFacts({
	request,
	settings,
}: {
	readonly request: Request;
	readonly settings: readonly string[];
}) {
	const language = useLanguage();
	const { fields, columns } = requestText[language];
	return (
		<Facts
			facts={[
				{ label: columns.institution, value: request.institutionName },
				{ label: columns.host, value: request.hostName },
				{ label: fields.programme, value: request.programme },
				{ label: fields.courseName, value: request.courseName },
				{
					label: fields.profession,
					value: `${professionName(language, request.profession)}, ${capacityText[language].years(String(request.yearOfStudy))}`,
				},
				{
					label: columns.from,
					value: `${formatDate(language, request.firstDay)} – ${formatDate(language, request.lastDay)}`,
				},
				{ label: columns.places, value: formatNumber(language, request.places) },
				...(settings.length === 0 ? [] : [{ label: fields.settings, value: settings.join(", ") }]),
				...(request.answerBy === null
					? []
					: [{ label: fields.answerBy, value: formatDate(language, request.answerBy) }]),
				...(request.message === null ? [] : [{ label: fields.message, value: request.message }]),
			]}
		/>
	);
}
