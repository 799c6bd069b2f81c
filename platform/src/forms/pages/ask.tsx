import { data } from "react-router";
import { z } from "zod";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Field } from "../../ui/Field.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { missing, representing } from "../../visit.server.ts";
import { parseForm } from "../parse.ts";
import { askByLink } from "../stored/answer.server.ts";
import { openOwnForm } from "../stored/form.server.ts";
import { saying } from "../text.ts";
import type { Route } from "./+types/ask";
import { makeText } from "./editor.text.ts";
import { formsText } from "./forms.text.ts";

/** Asks somebody without an account to answer. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openOwnForm(work, params.formId)).done ?? missing();
		if (opened.form.closed || opened.versions.every(({ state }) => state === "draft")) missing();
		return { id: opened.form.id, title: opened.form.title[language] };
	});
}

const asked = z.object({
	...{ name: z.string().min(1).max(200), email: z.email().max(320).nullable() },
	...{ reason: z.string().min(1).max(500), days: z.int().min(1).max(365) },
});

export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, commanding } = representing(context, request);
	const parsed = parseForm(asked, await request.formData());
	if (parsed.refusals) return data({ ...parsed, link: null }, 422);
	const outcome = await commanding((work) => askByLink(work, params.formId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, link: null }, 422);
	const address = new URL(outcome.done.path, house.configuration.url).href;
	// The secret is shown once: it cannot be fetched again, so this page is the answer itself.
	return data({
		refusals: [],
		given: { ...parsed.given, name: "", email: "" },
		link: { name: parsed.values.name, address },
	});
}

export default function AskPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = makeText[language];
	const { id, title } = loaderData;
	const link = actionData?.link;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.askTitle)}</title>
			<PageHeader
				title={text.askTitle}
				lead={text.askLead}
				trail={[
					{ to: "/forms", label: formsText[language].title },
					{ to: `/forms/${id}`, label: title },
				]}
			/>
			{link && (
				<Alert tone="success" title={text.linkMade(link.name)}>
					<p>{text.linkBody}</p>
					<CopyButton value={link.address} label={text.linkMade(link.name)} />
				</Alert>
			)}
			<TaskForm
				key={link?.address ?? ""}
				refused={actionData}
				labels={text.askFields}
				values={{ days: 30 }}
				say={saying(language, formsText[language].refusals)}
			>
				<Field name="name" required maxLength={200} autoComplete="off" hint={text.askName} />
				<Field name="email" kind="email" maxLength={320} autoComplete="off" />
				<Field name="reason" kind="textarea" rows={2} required maxLength={500} />
				<Field name="days" kind="number" whole required />
				<div className="task-buttons">
					<SubmitButton>{text.makeLink}</SubmitButton>
				</div>
			</TaskForm>
		</div>
	);
}
