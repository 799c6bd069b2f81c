import { formatDate } from "../../language.ts";
import { houseText } from "../../text.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Table } from "../../ui/Table.tsx";
import { missing, representing } from "../../visit.server.ts";
import { listAnswersTo } from "../stored/answer.server.ts";
import { openOwnForm } from "../stored/form.server.ts";
import type { Route } from "./+types/answers";
import { makeText } from "./editor.text.ts";
import { formsText } from "./forms.text.ts";

/** What has been sent in to a form. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { form } = (await openOwnForm(work, params.formId)).done ?? missing();
		return {
			...{ id: form.id, title: form.title[language], closed: form.closed },
			answers: (await listAnswersTo(work, form.id)).map(({ answer }) => ({
				...{ id: answer.id, number: answer.number, submittedAt: answer.submittedAt ?? answer.changedAt },
				name: answer.answeredFor || (answer.submittedBy ?? ""),
			})),
		};
	});
}

export default function AnswersPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = makeText[language];
	const { id, title, closed, answers } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.answersTitle)}</title>
			<PageHeader
				title={text.answersTitle}
				trail={[
					{ to: "/forms", label: formsText[language].title },
					{ to: `/forms/${id}`, label: title },
				]}
				action={closed ? undefined : { to: `/forms/${id}/ask`, label: text.ask }}
			/>
			<Table
				caption={text.answersTitle}
				hideCaption
				rows={answers}
				rowKey={(one) => one.id}
				rowHref={(one) => `/forms/answers/${one.id}`}
				{...(answers.length > 0 ? { excel: `/forms/${id}/export/answers.xlsx` } : {})}
				empty={<EmptyState title={text.noAnswers} />}
				columns={[
					{ key: "name", label: text.answeredBy, cell: ({ name }) => name },
					{ key: "submittedAt", label: text.submittedOn, cell: (one) => formatDate(language, one.submittedAt) },
					{ key: "number", label: text.version, numeric: true, cell: ({ number }) => number },
				]}
			/>
		</div>
	);
}
