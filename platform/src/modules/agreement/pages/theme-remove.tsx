import { data } from "react-router";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { ConfirmPage } from "../../../ui/ConfirmForm.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { removeTheme } from "../service.server.ts";
import { nameOfTheme } from "../words.ts";
import type { Route } from "./+types/theme-remove";
import { writableBy } from "./opened.server.ts";
import { themeText } from "./theme.text.ts";

/** Asks once more before a theme is taken out. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	return reading(async (work) => {
		const opened = await writableBy(work, params.agreementId);
		const found = opened.themes.find(({ id }) => id === params.themeId) ?? missing();
		return {
			id: opened.agreement.id,
			title: opened.agreement.title,
			partId: params.themeId,
			name: nameOfTheme(language, found.theme, found.name),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const outcome = await commanding((work) => removeTheme(work, params.agreementId, params.themeId));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	return redirectWithToast(`/agreements/${params.agreementId}`, themeText[language].themeRemoved);
}

export default function Remove({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = themeText[language];
	const { id, title, partId, name } = loaderData;
	const here = `/agreements/${id}`;
	const page = `${here}/themes/${partId}`;
	return (
		<>
			<title>{houseText[language].pageTitle(text.removeTheme)}</title>
			<ConfirmPage
				title={text.removeTheme}
				trail={[
					{ to: here, label: title },
					{ to: page, label: name },
				]}
				action={`${page}/remove`}
				submit={text.removeTheme}
				cancelTo={page}
				dangerous
				refused={actionData}
				say={saying(language, agreementRefusalText[language].refusals)}
			>
				<p>{text.removeThemeBody}</p>
			</ConfirmPage>
		</>
	);
}
