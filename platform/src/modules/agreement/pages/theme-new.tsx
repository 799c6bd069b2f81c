import { data, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { redirectWithToast, representing } from "../../../visit.server.ts";
import { themes } from "../codes.ts";
import { themeFacts } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { addTheme, emptyTheme, fillThemes } from "../service.server.ts";
import { agreementText } from "../text.ts";
import type { Route } from "./+types/theme-new";
import { writableBy } from "./opened.server.ts";
import { themeText } from "./theme.text.ts";
import { writeText } from "./write.text.ts";

/** One more theme: from the list, or one with a name of its own. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { agreement, themes: had } = await writableBy(work, params.agreementId);
		const left = themes.filter((one) => one === "other" || !had.some(({ theme }) => theme === one));
		return { id: agreement.id, title: agreement.title, left };
	});
}

const chosen = themeFacts.pick({ theme: true, name: true }).extend({ fill: z.boolean() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(chosen, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const { fill, theme, name } = parsed.values;
	const outcome = await commanding(async (work) => {
		const added = await addTheme(work, params.agreementId, {
			...emptyTheme,
			theme,
			name: theme === "other" ? name : null,
		});
		if (added.refused || !fill) return added;
		const filled = await fillThemes(work, params.agreementId, language, added.done.id);
		return filled.refused ? filled : added;
	});
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(
		`/agreements/${params.agreementId}/themes/${outcome.done.id}`,
		themeText[language].themeAdded,
	);
}

export default function ThemeNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const themeWords = themeText[language];
	const words = agreementText[language];
	const refusalWords = agreementRefusalText[language];
	const { id, title, left } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(themeWords.newTheme)}</title>
			<PageHeader title={themeWords.newTheme} trail={[{ to: here, label: title }]} />
			<TaskForm refused={actionData} values={{ fill: true }} say={saying(language, refusalWords.refusals)}>
				<Field
					name="theme"
					label={text.fields.theme}
					kind="select"
					required
					choices={left.map((one) => ({ value: one, label: words.themes[one] }))}
				/>
				<div className="own-name">
					<Field name="name" label={text.fields.name} maxLength={120} required="sometimes" />
				</div>
				<Field name="fill" label={themeWords.fill} kind="checkbox" hint={themeWords.fillHint} />
				<div className="task-buttons">
					<SubmitButton>{themeWords.addTheme}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
