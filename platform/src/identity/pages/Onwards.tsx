import { houseText } from "../../text.ts";
import { useLanguage } from "../../ui/language.tsx";

export type OnwardsTo = { readonly title: string; readonly body: string; readonly label: string; readonly to: string };

/**
 * The browser goes on to another site. After a form it cannot be sent there directly: the page's policy lets forms go
 * nowhere else, redirects included. So this page says where, and the header `Refresh` of its answer leads on.
 */
export function Onwards({ title, body, label, to }: OnwardsTo) {
	return (
		<div className="stack">
			<title>{houseText[useLanguage()].pageTitle(title)}</title>
			<h1 className="ds-heading" data-size="lg">
				{title}
			</h1>
			<p className="ds-paragraph">{body}</p>
			<p>
				<a className="ds-button" href={to}>
					{label}
				</a>
			</p>
		</div>
	);
}
