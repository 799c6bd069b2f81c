import { data } from "react-router";
import { z } from "zod";
import { formatDate } from "../../language.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Field } from "../../ui/Field.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { Table } from "../../ui/Table.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../visit.server.ts";
import { parseForm } from "../parse.ts";
import { askAndMail, listAsked, withdrawAsked } from "../stored/asked.server.ts";
import { openOwnForm } from "../stored/form.server.ts";
import { saying } from "../text.ts";
import type { Route } from "./+types/ask";
import { askText } from "./ask.text.ts";
import { formsText } from "./forms.text.ts";

/** Asks somebody without an account to answer, and shows who has been asked and has not answered. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { house, language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openOwnForm(work, params.formId)).done ?? missing();
		if (opened.versions.every(({ state }) => state === "draft")) missing();
		return {
			...{ id: opened.form.id, title: opened.form.title[language], closed: opened.form.closed },
			asked: await listAsked(work, opened.form.id),
			mails: house.configuration.mail.smtpUrl !== undefined,
		};
	});
}

const asked = z
	.object({
		...{ name: z.string().min(1).max(200), email: z.email().max(320).nullable() },
		...{ reason: z.string().min(1).max(500), days: z.int().min(1).max(365), mail: z.boolean() },
	})
	.refine(({ mail, email }) => !mail || email !== null, { path: ["email"], params: { code: "email-missing" } });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, language, commanding } = representing(context, request);
	const form = await request.formData();
	const withdraw = form.get("withdraw");
	if (typeof withdraw === "string") {
		const outcome = await commanding((work) => withdrawAsked(work, params.formId, withdraw));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {}, link: null }, 422);
		return redirectWithToast(`/forms/${params.formId}/ask`, askText[language].withdrawn);
	}
	const parsed = parseForm(asked, form);
	if (parsed.refusals) return data({ ...parsed, link: null }, 422);
	const mail = parsed.values.mail && house.configuration.mail.smtpUrl !== undefined;
	const outcome = await commanding((work) => askAndMail(work, params.formId, { ...parsed.values, mail, language }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, link: null }, 422);
	const { path, mailed } = outcome.done;
	// The secret is shown once: it cannot be fetched again, so this page is the answer itself.
	return data({
		refusals: [],
		given: { ...parsed.given, name: "", email: "" },
		link: { name: parsed.values.name, address: new URL(path, house.configuration.url).href, mailed },
	});
}

/** Also after a link is made: it stands in the list. */
export const shouldRevalidate = () => true;

export default function AskPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = askText[language];
	const { id, title, closed, mails } = loaderData;
	const link = actionData?.link;
	const say = saying(language, { ...formsText[language].refusals, ...text.refusals });
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				trail={[
					{ to: "/forms", label: formsText[language].title },
					{ to: `/forms/${id}`, label: title },
				]}
			/>
			{link && (
				<Alert tone="success" title={link.mailed ? text.linkMailed(link.name) : text.linkMade(link.name)}>
					<p>{link.mailed ? text.mailedBody : text.linkBody}</p>
					<CopyButton value={link.address} label={text.linkMade(link.name)} />
				</Alert>
			)}
			{closed ? (
				<Alert tone="info">{formsText[language].refusals.closed}</Alert>
			) : (
				<TaskForm
					key={link?.address ?? ""}
					refused={actionData}
					labels={text.fields}
					values={{ days: 30, mail: mails }}
					say={say}
				>
					<Field name="name" required maxLength={200} autoComplete="off" hint={text.nameHint} />
					<Field name="email" kind="email" maxLength={320} autoComplete="off" />
					{mails && <Field name="mail" kind="checkbox" />}
					<Field name="reason" kind="textarea" rows={2} required maxLength={500} />
					<Field name="days" kind="number" whole required />
					<div className="task-buttons">
						<SubmitButton>{text.make}</SubmitButton>
					</div>
				</TaskForm>
			)}
			<Waiting asked={loaderData.asked} />
		</div>
	);
}

/** Those asked who have not answered. */
function Waiting({ asked: all }: Pick<Route.ComponentProps["loaderData"], "asked">) {
	const language = useLanguage();
	const text = askText[language];
	return (
		<Section title={text.waiting} lead={text.waitingLead}>
			<Table
				caption={text.waiting}
				hideCaption
				rows={all}
				rowKey={({ tokenId }) => tokenId}
				empty={<p className="ds-paragraph quiet">{text.nobody}</p>}
				columns={[
					{ key: "name", label: text.columns.name, cell: ({ recipientName }) => recipientName ?? "" },
					{ key: "email", label: text.columns.email, cell: ({ recipientEmail }) => recipientEmail ?? "" },
					{ key: "asked", label: text.columns.asked, cell: ({ createdAt }) => formatDate(language, createdAt) },
					{ key: "until", label: text.columns.until, cell: ({ expiresAt }) => formatDate(language, expiresAt) },
					{
						key: "withdraw",
						label: text.columns.deed,
						cell: ({ tokenId, recipientName, mayWithdraw }) =>
							mayWithdraw && (
								<TaskForm prefix={tokenId} className="">
									<button
										type="submit"
										className="ds-button"
										data-variant="tertiary"
										data-size="sm"
										name="withdraw"
										value={tokenId}
										aria-label={text.withdrawFrom(recipientName ?? "")}
									>
										{text.withdraw}
									</button>
								</TaskForm>
							),
					},
				]}
			/>
		</Section>
	);
}
