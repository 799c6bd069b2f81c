import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../forms/parse.ts";
import { saying } from "../../forms/text.ts";
import { formatDate, formatNumber } from "../../language.ts";
import { houseText } from "../../text.ts";
import { Field } from "../../ui/Field.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { Table } from "../../ui/Table.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { redirectWithToast, signedIn } from "../../visit.server.ts";
import { collectOwnData } from "../own-data.server.ts";
import { findDeletionRequest, requestDeletion } from "../profile.server.ts";
import type { Route } from "./+types/profile-data";
import { ProfileTabs } from "./ProfileTabs.tsx";
import { profileText } from "./profile.text.ts";

const deletionForm = z.object({ note: z.string().max(1000).nullable() });

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = signedIn(context, request);
	return reading(async (work) => ({
		parts: (await collectOwnData(work, actor)).map(({ part, rows }) => ({
			name: part.name,
			title: part.title[language],
			why: part.why[language],
			count: rows.length,
		})),
		askedAt: await findDeletionRequest(work, actor),
	}));
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = signedIn(context, request);
	const parsed = parseForm(deletionForm, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => requestDeletion(work, parsed.values.note ?? ""));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/profile/data", profileText[language].deletionDone);
}

export default function OwnData({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = profileText[language];
	const { parts, askedAt } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.dataTitle)}</title>
			<PageHeader title={text.dataTitle} lead={text.dataLead} />
			<ProfileTabs />
			<Table
				caption={text.dataTitle}
				hideCaption
				rows={parts}
				rowKey={(part) => part.name}
				columns={[
					{ key: "title", label: text.kind, cell: (part) => part.title },
					{ key: "why", label: text.why, cell: (part) => part.why },
					{
						key: "count",
						label: text.amount,
						cell: (part) => (part.count === 0 ? text.none : text.rows(part.count, formatNumber(language, part.count))),
					},
				]}
			/>
			<div className="row">
				<a className="ds-button" href="/profile/data/export?format=xlsx" download>
					{text.excel}
				</a>
				<a className="ds-button" data-variant="secondary" href="/profile/data/export?format=json" download>
					{text.json}
				</a>
			</div>
			<Section title={text.deletionTitle} lead={text.deletionLead} id="delete">
				{askedAt ? (
					<p className="ds-paragraph">{text.deletionAsked(formatDate(language, askedAt))}</p>
				) : (
					<TaskForm refused={actionData} labels={text.fields} say={saying(language, text.refusals)}>
						<Field name="note" kind="textarea" maxLength={1000} />
						<SubmitButton variant="secondary" color="danger">
							{text.deletionAsk}
						</SubmitButton>
					</TaskForm>
				)}
			</Section>
		</div>
	);
}
