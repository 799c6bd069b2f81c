import { formatDate, formatNumber } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { answerText } from "../../capacity/pages/answer.text.ts";
import type { AnsweredLine, Request } from "../contract.ts";
import { requestText } from "../text.ts";
import { requestAnswerText } from "./answer.text.ts";

/** What an order was answered with, and what is missing. */
export function AnswerGiven({
	request,
	answer,
}: {
	readonly request: Request;
	readonly answer: readonly AnsweredLine[];
}) {
	const language = useLanguage();
	const text = requestText[language];
	const answers = requestAnswerText[language];
	const figure = (number: number) => formatNumber(language, number);
	const rest = request.places - request.offered;
	if (request.state !== "answered")
		return (
			<Section title={text.answer}>
				<p className="ds-paragraph quiet">{answers.noAnswer}</p>
			</Section>
		);
	return (
		<Section
			title={text.answer}
			lead={[
				answers.answeredWith(figure(request.offered), figure(request.places)),
				...(request.answeredAt === null
					? []
					: [answerText[language].answeredBy(request.answeredBy ?? "–", formatDate(language, request.answeredAt))]),
			].join(". ")}
		>
			{rest > 0 && (
				<Alert tone="warning">
					{text.rest(figure(rest), text.reasons[request.unmetReason ?? "other"].toLocaleLowerCase("nb"))}
				</Alert>
			)}
			{answer.length > 0 && (
				<Table
					caption={text.fields.places}
					hideCaption
					rows={answer}
					rowKey={(line) => line.id}
					columns={[
						{ key: "site", label: answers.site, cell: (line) => line.siteName },
						{ key: "places", label: text.fields.places, cell: (line) => figure(line.places), numeric: true },
					]}
				/>
			)}
			{answer.length > 0 && answer.every(({ offerId }) => offerId !== null) && (
				<p className="ds-paragraph quiet">{answers.held}</p>
			)}
			{request.answerMessage !== null && <p className="ds-paragraph">{request.answerMessage}</p>}
		</Section>
	);
}
