import { houseText } from "../text.ts";
import { useLanguage } from "../ui/language.tsx";
import type { SignInRefusal } from "./sign-in.server.ts";
import { identityText } from "./text.ts";

/** Says why a sign-in led nowhere, and what to do about it. */
export function SignInFailed({ code, name, to }: { code: SignInRefusal; name: string; to: string }) {
	const language = useLanguage();
	const text = identityText[language];
	const { title, body } = text.failed[code];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<h1 className="ds-heading" data-size="lg">
				{title}
			</h1>
			<p className="ds-paragraph">{body(name)}</p>
			<p>
				<a className="ds-button" href={`/sign-in?to=${encodeURIComponent(to)}`}>
					{text.tryAgain}
				</a>
			</p>
		</div>
	);
}
