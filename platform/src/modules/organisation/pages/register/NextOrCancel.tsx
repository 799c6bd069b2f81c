import { Link } from "react-router";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { uiText } from "../../../../ui/text.ts";
import { registerPagesText } from "./register.text.ts";

/** The end of a first step: on to what will happen, or back without doing anything. */
export function NextOrCancel({ cancelTo }: { readonly cancelTo: string }) {
	const language = useLanguage();
	return (
		<div className="task-buttons">
			<SubmitButton>{registerPagesText[language].next}</SubmitButton>
			<Link className="ds-button" data-variant="tertiary" to={cancelTo}>
				{uiText[language].cancel}
			</Link>
		</div>
	);
}
