import { useLanguage } from "../../../ui/language.tsx";
import { missing, representing } from "../../../visit.server.ts";
import { openAgreement } from "../service.server.ts";
import type { Route } from "./+types/document";
import { nameOfTheme } from "./words.ts";

/** The text of an agreement as a document. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const opened = await reading((work) => openAgreement(work, params.agreementId, null));
	if (opened.refused) missing();
	const { agreement, themes } = opened.done;
	return { agreement, themes };
}

export default function AgreementDocument({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const { agreement, themes } = loaderData;
	return (
		<>
			<p className="ds-paragraph">{agreement.purpose}</p>
			{themes.map((theme) => (
				<h2 key={theme.id} className="ds-heading" data-size="sm">
					{nameOfTheme(language, theme.theme, theme.name)}
				</h2>
			))}
		</>
	);
}
